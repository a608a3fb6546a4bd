package io.sarangbang.media.srtp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** Checks and decrypts what arrives on one connection. Not thread-safe. */
public final class SrtpReceiver {

    /** What {@link #openRtp} and {@link #openRtcp} answer for a forged, replayed or truncated packet. */
    public static final int REFUSED = -1;

    private static final int RTCP_HEADER = 8;
    private static final int INDEX_MASK = 0x7FFF_FFFF;

    private final GcmCipher rtp;
    private final GcmCipher rtcp;
    private final SrtpStreams streams = new SrtpStreams();

    public SrtpReceiver(MasterKey key) {
        this(key.rtp(), key.rtcp());
    }

    SrtpReceiver(GcmCipher rtp, GcmCipher rtcp) {
        this.rtp = rtp;
        this.rtcp = rtcp;
    }

    /**
     * Decrypts an RTP packet with this header length into {@code out}; returns the plain length or {@link #REFUSED}.
     */
    public int openRtp(byte[] packet, int length, int headerLength, byte[] out) {
        if (length < headerLength + GcmCipher.TAG_LENGTH) {
            return REFUSED;
        }
        var header = ByteBuffer.wrap(packet);
        var stream = streams.of(header.getInt(8));
        long index = stream.index.estimate(header.getChar(2));
        if (index < 0 || !stream.packets.isFresh(index)) {
            return REFUSED;
        }
        int plain = decryptRtp(stream.ssrc, index, packet, length, headerLength, out);
        if (plain == REFUSED) {
            return REFUSED;
        }
        stream.index.accept(index);
        stream.packets.accept(index);
        streams.keep(stream);
        System.arraycopy(packet, 0, out, 0, headerLength);
        return headerLength + plain;
    }

    private int decryptRtp(int ssrc, long index, byte[] packet, int length, int headerLength, byte[] out) {
        try {
            return rtp.opening(ssrc, index)
                    .authenticating(packet, 0, headerLength)
                    .tryRun(packet, headerLength, length - headerLength, out, headerLength);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("SRTP decryption failed", broken);
        }
    }

    /** Decrypts a compound RTCP packet into {@code out}; returns the plain length or {@link #REFUSED}. */
    public int openRtcp(byte[] packet, int length, byte[] out) {
        int trailer = length - 4;
        if (trailer < RTCP_HEADER + GcmCipher.TAG_LENGTH) {
            return REFUSED;
        }
        var bytes = ByteBuffer.wrap(packet);
        var stream = streams.of(bytes.getInt(4));
        int word = bytes.getInt(trailer);
        // Without the flag the packet would be authenticated but readable; nobody negotiates that.
        if (word >= 0 || !stream.reports.isFresh(word & INDEX_MASK)) {
            return REFUSED;
        }
        int plain = decryptRtcp(stream.ssrc, word & INDEX_MASK, packet, trailer, out);
        if (plain == REFUSED) {
            return REFUSED;
        }
        stream.reports.accept(word & INDEX_MASK);
        streams.keep(stream);
        System.arraycopy(packet, 0, out, 0, RTCP_HEADER);
        return RTCP_HEADER + plain;
    }

    private int decryptRtcp(int ssrc, int index, byte[] packet, int trailer, byte[] out) {
        try {
            return rtcp.opening(ssrc, index)
                    .authenticating(packet, 0, RTCP_HEADER)
                    .authenticating(packet, trailer, 4)
                    .tryRun(packet, RTCP_HEADER, trailer - RTCP_HEADER, out, RTCP_HEADER);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("SRTCP decryption failed", broken);
        }
    }
}
