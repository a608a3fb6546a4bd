package io.sarangbang.media.rtp;

/**
 * Joins what a publisher sends before and after a reconnection into one stream: numbers go on where they stopped, and
 * timestamps as if the pause had been recorded.
 */
public final class Splice {

    private final int clockRate;
    private boolean started;
    private int sequenceOffset;
    private int timestampOffset;
    private int firstSequence;
    private boolean isContinuation;
    private int lastSequence;
    private int lastTimestamp;
    private long lastArrival;

    public Splice(int clockRate) {
        this.clockRate = clockRate;
    }

    /** A new source takes over with this packet. */
    public void startFrom(RtpPacket first, long nowNanos) {
        firstSequence = first.sequence();
        if (started) {
            long pause = (nowNanos - lastArrival) * clockRate / 1_000_000_000L;
            sequenceOffset = lastSequence + 1 - first.sequence();
            timestampOffset = lastTimestamp + (int) Math.max(pause, 1) - first.timestamp();
            isContinuation = true;
        } else {
            lastSequence = SequenceNumbers.wrap(first.sequence() - 1);
            lastTimestamp = first.timestamp();
        }
        started = true;
    }

    /** Renumbers a packet in place; false for one that overtook the splice and would land on another's number. */
    public boolean apply(RtpPacket packet, long nowNanos) {
        if (isContinuation && SequenceNumbers.isNewer(firstSequence, packet.sequence())) {
            return false;
        }
        isContinuation &= SequenceNumbers.distance(firstSequence, packet.sequence()) < 1024;
        packet.sequence(packet.sequence() + sequenceOffset);
        packet.timestamp(timestamp(packet.timestamp()));
        if (SequenceNumbers.isNewer(packet.sequence(), lastSequence)) {
            lastSequence = packet.sequence();
            lastTimestamp = packet.timestamp();
            lastArrival = nowNanos;
        }
        return true;
    }

    /** A source's timestamp on the joined timeline, for sender reports too. */
    public int timestamp(int sourceTimestamp) {
        return sourceTimestamp + timestampOffset;
    }
}
