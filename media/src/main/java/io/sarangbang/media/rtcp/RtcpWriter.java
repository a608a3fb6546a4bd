package io.sarangbang.media.rtcp;

import java.nio.ByteBuffer;

/** Writes one compound RTCP packet into a buffer of its own, which {@link #clear} makes ready for the next. */
public final class RtcpWriter {

    private static final int CAPACITY = 1200;
    private static final int VERSION = 0x80;
    private static final int REMB_NAME = 0x52454D42;
    private static final int REMB_FORMAT = 15;
    private static final int MANTISSA_BITS = 18;

    private final ByteBuffer out = ByteBuffer.allocate(CAPACITY);

    public byte[] bytes() {
        return out.array();
    }

    public int length() {
        return out.position();
    }

    public RtcpWriter clear() {
        out.clear();
        return this;
    }

    /** How one source is arriving; follows a {@link #receiverReport} header that announces it. */
    public RtcpWriter report(int source, Reception reception, long nowNanos) {
        out.putInt(source);
        out.putInt((reception.takeFractionLost() << 24) | (reception.cumulativeLost() & 0xFF_FFFF));
        out.putInt(reception.extendedHighest());
        out.putInt(reception.jitter());
        out.putInt(reception.lastSenderReport());
        out.putInt(reception.delaySinceSenderReport(nowNanos));
        return this;
    }

    public RtcpWriter receiverReport(int sender, int reports) {
        return header(reports, RtcpReader.RECEIVER_REPORT, 1 + 6 * reports, sender);
    }

    /** A sender report without report blocks. */
    public RtcpWriter senderReport(int sender, long ntpTime, int rtpTime, int packets, int octets) {
        header(0, RtcpReader.SENDER_REPORT, 6, sender);
        out.putLong(ntpTime).putInt(rtpTime).putInt(packets).putInt(octets);
        return this;
    }

    public RtcpWriter pli(int sender, int source) {
        header(RtcpReader.PLI, RtcpReader.PAYLOAD_FEEDBACK, 2, sender);
        out.putInt(source);
        return this;
    }

    /** Asks again for packets; the numbers ascend, and neighbours within 16 of the first share four bytes. */
    public RtcpWriter nack(int sender, int source, int[] sequences, int count) {
        int start = out.position();
        header(RtcpReader.NACK, RtcpReader.TRANSPORT_FEEDBACK, 2, sender);
        out.putInt(source);
        int i = 0;
        while (i < count) {
            int first = sequences[i++];
            int mask = 0;
            while (i < count && ((sequences[i] - first) & 0xFFFF) <= 16) {
                mask |= 1 << (((sequences[i++] - first) & 0xFFFF) - 1);
            }
            out.putChar((char) first).putChar((char) mask);
        }
        out.putChar(start + 2, (char) ((out.position() - start) / 4 - 1));
        return this;
    }

    /** Receiver estimated maximum bitrate: what the sender may use for all of the named sources together. */
    public RtcpWriter remb(int sender, long bitsPerSecond, int... sources) {
        header(REMB_FORMAT, RtcpReader.PAYLOAD_FEEDBACK, 4 + sources.length, sender);
        int exponent = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(bitsPerSecond) - MANTISSA_BITS);
        int mantissa = (int) (bitsPerSecond >>> exponent);
        out.putInt(0).putInt(REMB_NAME);
        out.putInt((sources.length << 24) | (exponent << MANTISSA_BITS) | mantissa);
        for (int source : sources) {
            out.putInt(source);
        }
        return this;
    }

    private RtcpWriter header(int format, int type, int words, int sender) {
        out.put((byte) (VERSION | format)).put((byte) type).putChar((char) words);
        out.putInt(sender);
        return this;
    }
}
