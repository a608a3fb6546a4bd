package io.sarangbang.media.srtp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** Encrypts what we send on one connection. Not thread-safe. */
public final class SrtpSender {

    /** How much longer an encrypted packet is: RTP grows by the tag, RTCP by tag and index. */
    public static final int OVERHEAD = GcmCipher.TAG_LENGTH + 4;

    private static final int ENCRYPTED = 0x8000_0000;
    private static final int RTCP_HEADER = 8;

    private final GcmCipher rtp;
    private final GcmCipher rtcp;
    private final SrtpStreams streams = new SrtpStreams();

    public SrtpSender(MasterKey key) {
        this(key.rtp(), key.rtcp());
    }

    SrtpSender(GcmCipher rtp, GcmCipher rtcp) {
        this.rtp = rtp;
        this.rtcp = rtcp;
    }

    /**
     * Encrypts an RTP packet whose header already lies at the start of {@code out} and whose payload lies elsewhere, so
     * that one payload serves many receivers without a copy. Returns the new length, or -1 for a packet older than the
     * first.
     */
    public int sealRtp(byte[] out, int headerLength, byte[] payload, int from, int count) {
        var header = ByteBuffer.wrap(out);
        var stream = streams.of(header.getInt(8));
        long index = stream.index.estimate(header.getChar(2));
        if (index < 0) {
            return -1;
        }
        try {
            int sealed = rtp.sealing(stream.ssrc, index)
                    .authenticating(out, 0, headerLength)
                    .run(payload, from, count, out, headerLength);
            stream.index.accept(index);
            streams.keep(stream);
            return headerLength + sealed;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("SRTP encryption failed", broken);
        }
    }

    /** Encrypts a compound RTCP packet into {@code out} and returns its new length. */
    public int sealRtcp(byte[] packet, int length, byte[] out) {
        var stream = streams.of(ByteBuffer.wrap(packet).getInt(4));
        int index = stream.reportsSent++;
        streams.keep(stream);
        System.arraycopy(packet, 0, out, 0, RTCP_HEADER);
        int trailer = length + GcmCipher.TAG_LENGTH;
        ByteBuffer.wrap(out).putInt(trailer, ENCRYPTED | index);
        try {
            rtcp.sealing(stream.ssrc, index)
                    .authenticating(out, 0, RTCP_HEADER)
                    .authenticating(out, trailer, 4)
                    .run(packet, RTCP_HEADER, length - RTCP_HEADER, out, RTCP_HEADER);
            return trailer + 4;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("SRTCP encryption failed", broken);
        }
    }
}
