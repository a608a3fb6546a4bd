package io.sarangbang.media.rtcp;

import java.nio.ByteBuffer;

/** Walks through a compound RTCP packet; stops at the first part that does not fit. */
public final class RtcpReader {

    public static final int SENDER_REPORT = 200;
    public static final int RECEIVER_REPORT = 201;
    public static final int BYE = 203;
    public static final int TRANSPORT_FEEDBACK = 205;
    public static final int PAYLOAD_FEEDBACK = 206;
    public static final int NACK = 1;
    public static final int PLI = 1;
    public static final int FIR = 4;

    private static final int SENDER_REPORT_LENGTH = 28;
    private static final int FEEDBACK_HEADER = 12;

    private final ByteBuffer bytes;
    private final int end;
    private int at;
    private int next;

    public RtcpReader(byte[] packet, int length) {
        bytes = ByteBuffer.wrap(packet);
        end = length;
    }

    /** Goes to the next part; false when there is none. */
    public boolean next() {
        at = next;
        if (at + 8 > end || (bytes.get(at) & 0xC0) != 0x80) {
            return false;
        }
        next = at + 4 + 4 * bytes.getChar(at + 2);
        return next <= end && next >= at + 8;
    }

    public int type() {
        return bytes.get(at + 1) & 0xFF;
    }

    /** The report count, which feedback uses for its format. */
    public int format() {
        return bytes.get(at) & 0x1F;
    }

    public int senderSsrc() {
        return bytes.getInt(at + 4);
    }

    public boolean isWholeSenderReport() {
        return type() == SENDER_REPORT && next - at >= SENDER_REPORT_LENGTH;
    }

    public long ntpTime() {
        return bytes.getLong(at + 8);
    }

    public int rtpTime() {
        return bytes.getInt(at + 16);
    }

    public boolean isNack() {
        return type() == TRANSPORT_FEEDBACK && format() == NACK && next - at >= FEEDBACK_HEADER;
    }

    /** A picture was lost (PLI) or a full one is demanded (FIR): to us both mean "a key frame, please". */
    public boolean asksForKeyFrame() {
        return type() == PAYLOAD_FEEDBACK && (format() == PLI || format() == FIR) && next - at >= FEEDBACK_HEADER;
    }

    /** The stream that feedback is about. FIR names it in its body and leaves the header's field zero. */
    public int mediaSsrc() {
        boolean isFir = type() == PAYLOAD_FEEDBACK && format() == FIR;
        return bytes.getInt(isFir && next - at >= FEEDBACK_HEADER + 8 ? at + FEEDBACK_HEADER : at + 8);
    }

    /** Tells each sequence number a NACK asks for, at most 17 for each four bytes. */
    public void forEachMissing(MissingPacket consumer) {
        for (int entry = at + FEEDBACK_HEADER; entry + 4 <= next; entry += 4) {
            int first = bytes.getChar(entry);
            int mask = bytes.getChar(entry + 2);
            consumer.missing(first);
            for (int bit = 0; mask != 0; bit++, mask >>>= 1) {
                if ((mask & 1) != 0) {
                    consumer.missing((first + 1 + bit) & 0xFFFF);
                }
            }
        }
    }

    /** Receives the numbers a NACK asks for. */
    @FunctionalInterface
    public interface MissingPacket {
        void missing(int sequence);
    }
}
