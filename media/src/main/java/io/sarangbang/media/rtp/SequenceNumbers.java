package io.sarangbang.media.rtp;

/** Arithmetic on 16-bit numbers that wrap. */
public final class SequenceNumbers {

    private SequenceNumbers() {}

    /** How far {@code to} lies ahead of {@code from}; negative when it lies behind. */
    public static int distance(int from, int to) {
        return (short) (to - from);
    }

    public static boolean isNewer(int candidate, int than) {
        return distance(than, candidate) > 0;
    }

    public static int wrap(int sequence) {
        return sequence & 0xFFFF;
    }
}
