package io.sarangbang.media.rtc;

import io.sarangbang.media.rtp.HeaderExtensions;
import io.sarangbang.media.rtp.RtpPacket;
import io.sarangbang.media.rtp.SequenceNumbers;
import io.sarangbang.media.sdp.HeaderExtension;
import io.sarangbang.media.sdp.OfferedMedia;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** One kind of media on its way to one subscriber, under the numbers that subscriber negotiated. */
final class Outlet {

    /**
     * Well below the half of the number space, so that a lost first packet cannot make the ends disagree on the
     * rollover.
     */
    private static final int FIRST_SEQUENCE = 1000;

    private static final long RESEND_WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int RESENDS_PER_WINDOW = 128;

    private final Network network;
    private final Peer peer;
    private final Feed feed;
    private final int payloadType;
    private final int ssrc = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private final HeaderExtensions extensions = new HeaderExtensions();
    private boolean started;
    private boolean waiting;
    private int offset;
    private int packets;
    private int octets;
    private long windowStart;
    private int resends;

    Outlet(Network network, Peer peer, Feed feed, OfferedMedia media) {
        this.network = network;
        this.peer = peer;
        this.feed = feed;
        this.payloadType = media.payloadType();
        media.extensions().forEach((extension, id) -> extensions.map(canonical(extension), id));
    }

    /** The id an extension has between publisher and subscribers. */
    static int canonical(HeaderExtension extension) {
        return extension.ordinal() + 1;
    }

    int ssrc() {
        return ssrc;
    }

    Feed feed() {
        return feed;
    }

    /** Holds everything back until a key frame starts; a picture that builds on an unseen one cannot be shown. */
    void waitForKeyFrame() {
        waiting = true;
    }

    void forward(RtpPacket packet, boolean startsKeyFrame) {
        waiting &= !startsKeyFrame;
        if (!waiting) {
            send(packet);
        }
    }

    private void send(RtpPacket packet) {
        if (!started) {
            started = true;
            offset = FIRST_SEQUENCE - packet.sequence();
        }
        var out = network.outgoing();
        int headerLength = packet.headerLength();
        System.arraycopy(packet.bytes(), 0, out.bytes(), 0, headerLength);
        out.payloadType(payloadType);
        out.ssrc(ssrc);
        out.sequence(packet.sequence() + offset);
        extensions.translate(out.bytes(), headerLength);
        if (peer.sendRtp(out.bytes(), headerLength, packet.bytes(), headerLength, packet.payloadLength())) {
            packets++;
            octets += packet.payloadLength();
        }
    }

    /** Sends a packet the subscriber has missed, under the number it knows, within a budget nobody honest exceeds. */
    void resend(int sequence, long nowNanos) {
        if (nowNanos - windowStart > RESEND_WINDOW_NANOS) {
            windowStart = nowNanos;
            resends = 0;
        }
        var packet = feed.remembered(SequenceNumbers.wrap(sequence - offset));
        if (started && packet != null && resends < RESENDS_PER_WINDOW) {
            resends++;
            send(packet);
        }
    }

    void sendReport(long ntpTime, int rtpTime) {
        peer.sendRtcp(network.reports().senderReport(ssrc, ntpTime, rtpTime, packets, octets));
    }
}
