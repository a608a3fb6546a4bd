package io.sarangbang.media.rtp;

import java.util.Arrays;

/**
 * Translates the ids of header extensions (RFC 8285) from what the publisher negotiated to what a subscriber did. An
 * element the subscriber does not know is overwritten with zeros, which is padding in both forms, so the header keeps
 * its length.
 */
public final class HeaderExtensions {

    private static final int ONE_BYTE_PROFILE = 0xBEDE;
    private static final int TWO_BYTE_PROFILE = 0x1000;
    private static final int STOP = 15;

    private final byte[] idFor = new byte[256];

    /** Makes elements with one id appear under another, which must fit the one-byte form. */
    public void map(int publisherId, int subscriberId) {
        idFor[publisherId] = (byte) subscriberId;
    }

    /** Rewrites the extension of the RTP header at the start of the buffer, if it has one. */
    public void translate(byte[] packet, int headerLength) {
        if ((packet[0] & 0x10) == 0) {
            return;
        }
        int start = RtpPacket.FIXED_HEADER + 4 * (packet[0] & 0x0F);
        int profile = ((packet[start] & 0xFF) << 8) | (packet[start + 1] & 0xFF);
        if (profile == ONE_BYTE_PROFILE) {
            translateOneByte(packet, start + 4, headerLength);
        } else if ((profile & 0xFFF0) == TWO_BYTE_PROFILE) {
            translateTwoByte(packet, start + 4, headerLength);
        } else {
            Arrays.fill(packet, start + 4, headerLength, (byte) 0);
        }
    }

    private void translateOneByte(byte[] packet, int from, int end) {
        int at = from;
        while (at < end) {
            int id = (packet[at] & 0xFF) >>> 4;
            if (id == STOP) {
                Arrays.fill(packet, at, end, (byte) 0);
                return;
            }
            if (packet[at] == 0) {
                at++;
                continue;
            }
            int next = at + 2 + (packet[at] & 0x0F);
            if (idFor[id] == 0 || next > end) {
                Arrays.fill(packet, at, Math.min(next, end), (byte) 0);
            } else {
                packet[at] = (byte) ((idFor[id] << 4) | (packet[at] & 0x0F));
            }
            at = next;
        }
    }

    private void translateTwoByte(byte[] packet, int from, int end) {
        int at = from;
        while (at < end) {
            int id = packet[at] & 0xFF;
            if (id == 0) {
                at++;
                continue;
            }
            int next = at + 1 < end ? at + 2 + (packet[at + 1] & 0xFF) : end + 1;
            if (idFor[id] == 0 || next > end) {
                Arrays.fill(packet, at, Math.min(next, end), (byte) 0);
            } else {
                packet[at] = idFor[id];
            }
            at = next;
        }
    }
}
