package io.sarangbang.media.rtp;

import java.nio.ByteBuffer;

/**
 * A view of the RTP packet in a buffer; one view is reused for packet after packet, so that forwarding allocates
 * nothing.
 */
public final class RtpPacket {

    public static final int FIXED_HEADER = 12;

    private static final int EXTENSION_HEADER = 4;

    private final ByteBuffer bytes;
    private int length;
    private int headerLength;

    public RtpPacket(byte[] buffer) {
        bytes = ByteBuffer.wrap(buffer);
    }

    /** Whether a datagram is RTP or RTCP rather than STUN or DTLS (RFC 7983). */
    public static boolean isRtpOrRtcp(byte[] packet, int length) {
        return length >= 8 && (packet[0] & 0xC0) == 0x80;
    }

    /** Of those two, whether it is RTCP, by the packet type (RFC 5761 section 4). */
    public static boolean isRtcp(byte[] packet) {
        int type = packet[1] & 0xFF;
        return type >= 192 && type <= 223;
    }

    /** The length of an RTP header with CSRCs and extension, or -1 when the packet ends before its header does. */
    public static int headerLength(byte[] packet, int length) {
        int end = FIXED_HEADER + 4 * (packet[0] & 0x0F);
        if (length < FIXED_HEADER || (packet[0] & 0x10) == 0) {
            return end <= length ? end : -1;
        }
        if (end + EXTENSION_HEADER > length) {
            return -1;
        }
        int words = ((packet[end + 2] & 0xFF) << 8) | (packet[end + 3] & 0xFF);
        end += EXTENSION_HEADER + 4 * words;
        return end <= length ? end : -1;
    }

    /** Looks at what the buffer holds now; false when that is not a whole RTP packet. */
    public boolean look(int newLength) {
        length = newLength;
        headerLength = headerLength(bytes.array(), newLength);
        return headerLength > 0;
    }

    public byte[] bytes() {
        return bytes.array();
    }

    public int length() {
        return length;
    }

    public int headerLength() {
        return headerLength;
    }

    public int payloadLength() {
        return length - headerLength;
    }

    public boolean hasMarker() {
        return (bytes.get(1) & 0x80) != 0;
    }

    public int payloadType() {
        return bytes.get(1) & 0x7F;
    }

    /** Changes the payload type and leaves the marker bit, which ends a video frame, as it is. */
    public void payloadType(int type) {
        bytes.put(1, (byte) ((bytes.get(1) & 0x80) | type));
    }

    public int sequence() {
        return bytes.getChar(2);
    }

    public void sequence(int sequence) {
        bytes.putChar(2, (char) sequence);
    }

    public int timestamp() {
        return bytes.getInt(4);
    }

    public void timestamp(int timestamp) {
        bytes.putInt(4, timestamp);
    }

    public int ssrc() {
        return bytes.getInt(8);
    }

    public void ssrc(int ssrc) {
        bytes.putInt(8, ssrc);
    }
}
