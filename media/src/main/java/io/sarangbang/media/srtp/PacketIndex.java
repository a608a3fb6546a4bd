package io.sarangbang.media.srtp;

/** Extends 16-bit sequence numbers to the 48-bit index both ends must agree on (RFC 3711 section 3.3.1). */
final class PacketIndex {

    private static final int HALF = 1 << 15;
    private static final long ROLLOVER = 1L << 16;

    private long highest = -1;

    /** The index this sequence number most likely has; negative when it lies before the first packet ever. */
    long estimate(int sequence) {
        if (highest < 0) {
            return sequence;
        }
        long candidate = (highest & -ROLLOVER) | sequence;
        long distance = candidate - highest;
        if (distance > HALF) {
            return candidate - ROLLOVER;
        }
        return distance < -HALF ? candidate + ROLLOVER : candidate;
    }

    void accept(long index) {
        highest = Math.max(highest, index);
    }
}
