package io.sarangbang.media.rtp;

/** The one thing a forwarding server must know of VP8: where a key frame starts (RFC 7741 section 4). */
public final class Vp8 {

    private Vp8() {}

    /** Whether the payload between two offsets is the first packet of a key frame. */
    public static boolean startsKeyFrame(byte[] packet, int from, int end) {
        if (end - from < 2 || !startsFrame(packet[from])) {
            return false;
        }
        int frame = from + descriptorLength(packet, from, end);
        return frame < end && (packet[frame] & 0x01) == 0;
    }

    /** S bit set and partition index zero. */
    private static boolean startsFrame(byte descriptor) {
        return (descriptor & 0x17) == 0x10;
    }

    private static int descriptorLength(byte[] packet, int from, int end) {
        if ((packet[from] & 0x80) == 0) {
            return 1;
        }
        int extension = packet[from + 1];
        int length = 2;
        if ((extension & 0x80) != 0) {
            boolean isLong = from + length < end && (packet[from + length] & 0x80) != 0;
            length += isLong ? 2 : 1;
        }
        if ((extension & 0x40) != 0) {
            length++;
        }
        return (extension & 0x30) != 0 ? length + 1 : length;
    }
}
