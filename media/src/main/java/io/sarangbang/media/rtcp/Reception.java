package io.sarangbang.media.rtcp;

/** How well one source arrives: what a receiver report says about it (RFC 3550 section 6.4 and appendix A). */
public final class Reception {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final int clockRate;
    private boolean started;
    private long firstSequence;
    private long highestSequence;
    private long received;
    private long expectedAtLastReport;
    private long receivedAtLastReport;
    private int lastTransit;
    private double jitter;
    private int lastSenderReport;
    private long senderReportArrival;

    public Reception(int clockRate) {
        this.clockRate = clockRate;
    }

    /** Counts one packet. */
    public void arrived(int sequence, int timestamp, long nowNanos) {
        if (!started) {
            firstSequence = sequence;
            highestSequence = sequence;
            started = true;
        }
        highestSequence = Math.max(highestSequence, extended(sequence));
        measureJitter(timestamp, nowNanos);
        received++;
    }

    private long extended(int sequence) {
        return highestSequence + (short) (sequence - (int) highestSequence);
    }

    private void measureJitter(int timestamp, long nowNanos) {
        long seconds = nowNanos / NANOS_PER_SECOND;
        long rest = nowNanos % NANOS_PER_SECOND;
        int arrival = (int) (seconds * clockRate + rest * clockRate / NANOS_PER_SECOND);
        int transit = arrival - timestamp;
        if (received > 0) {
            // Subtracted as 32-bit numbers: both clocks wrap, their difference does not.
            jitter += (Math.abs(transit - lastTransit) - jitter) / 16;
        }
        lastTransit = transit;
    }

    public void senderReported(long ntpTime, long nowNanos) {
        lastSenderReport = (int) (ntpTime >>> 16);
        senderReportArrival = nowNanos;
    }

    private long expected() {
        return started ? highestSequence - firstSequence + 1 : 0;
    }

    /** Packets that never came; duplicates could make this negative, which helps nobody. */
    public int cumulativeLost() {
        return (int) Math.clamp(expected() - received, 0, 0x7F_FFFF);
    }

    /** The share lost since the last call, in 256ths. */
    int takeFractionLost() {
        long expectedNow = expected() - expectedAtLastReport;
        long lostNow = expectedNow - (received - receivedAtLastReport);
        expectedAtLastReport = expected();
        receivedAtLastReport = received;
        return expectedNow <= 0 || lostNow <= 0 ? 0 : (int) Math.min(255, 256 * lostNow / expectedNow);
    }

    int extendedHighest() {
        return (int) highestSequence;
    }

    int jitter() {
        return (int) jitter;
    }

    int lastSenderReport() {
        return lastSenderReport;
    }

    /** In units of 1/65536 seconds; zero when there was no report. */
    int delaySinceSenderReport(long nowNanos) {
        return lastSenderReport == 0 ? 0 : (int) ((nowNanos - senderReportArrival) * 65_536L / NANOS_PER_SECOND);
    }
}
