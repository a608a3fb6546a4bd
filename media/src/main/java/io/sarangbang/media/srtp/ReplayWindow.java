package io.sarangbang.media.srtp;

/** Remembers which of the last 64 indexes were seen, so that a recorded packet cannot be played again. */
final class ReplayWindow {

    private static final int SIZE = 64;

    private long highest = -1;
    private long seen;

    boolean isFresh(long index) {
        if (index > highest) {
            return true;
        }
        long age = highest - index;
        return age < SIZE && (seen & (1L << age)) == 0;
    }

    void accept(long index) {
        if (index > highest) {
            long step = index - highest;
            seen = step < SIZE ? seen << step : 0;
            highest = index;
        }
        seen |= 1L << (highest - index);
    }
}
