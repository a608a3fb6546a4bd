package io.sarangbang.media.rtc;

import io.sarangbang.media.rtcp.MissingPackets;
import io.sarangbang.media.rtcp.Reception;
import io.sarangbang.media.rtcp.RtcpWriter;
import io.sarangbang.media.rtp.RtpPacket;
import io.sarangbang.media.sdp.MediaKind;
import java.util.concurrent.TimeUnit;

/** One SSRC of one publisher's connection: how well it arrives, and what we ask of its sender. */
final class Source {

    /** Chromium makes at most one key frame in about 300 ms and forgets requests in between, so they are repeated. */
    static final long KEY_FRAME_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Publisher publisher;
    private final MediaKind kind;
    private final int ssrc;
    private final Reception reception;
    private final MissingPackets missing = new MissingPackets();
    private final int[] due = new int[MissingPackets.LIMIT];
    private long askedKeyFrameAt = Long.MIN_VALUE / 2;

    Source(Publisher publisher, MediaKind kind, int ssrc) {
        this.publisher = publisher;
        this.kind = kind;
        this.ssrc = ssrc;
        this.reception = new Reception(kind.clockRate());
    }

    boolean is(Publisher other, int otherSsrc) {
        return ssrc == otherSsrc && publisher == other;
    }

    int ssrc() {
        return ssrc;
    }

    int lost() {
        return reception.cumulativeLost();
    }

    /** Notes a packet; false when so many before it are missing that only a key frame helps. */
    boolean arrived(RtpPacket packet, long nowNanos) {
        reception.arrived(packet.sequence(), packet.timestamp(), nowNanos);
        if (kind == MediaKind.AUDIO) {
            // Opus conceals its losses; a packet asked for again would come too late to be heard.
            return true;
        }
        boolean isWhole = missing.arrived(packet.sequence());
        if (!missing.isEmpty()) {
            askAgain(nowNanos);
        }
        return isWhole;
    }

    void askAgain(long nowNanos) {
        int count = missing.takeDue(nowNanos, due);
        if (count > 0) {
            publisher.send(reports -> reports.nack(publisher.ssrc(), ssrc, due, count));
        }
    }

    void askForKeyFrame(long nowNanos, long pauseNanos) {
        if (nowNanos - askedKeyFrameAt >= pauseNanos) {
            askedKeyFrameAt = nowNanos;
            publisher.send(reports -> reports.pli(publisher.ssrc(), ssrc));
        }
    }

    void senderReported(long ntpTime, long nowNanos) {
        reception.senderReported(ntpTime, nowNanos);
    }

    void report(RtcpWriter reports, long nowNanos) {
        reports.report(ssrc, reception, nowNanos);
    }
}
