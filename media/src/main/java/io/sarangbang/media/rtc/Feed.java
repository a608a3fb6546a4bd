package io.sarangbang.media.rtc;

import io.sarangbang.media.rtp.PacketCache;
import io.sarangbang.media.rtp.RtpPacket;
import io.sarangbang.media.rtp.SequenceNumbers;
import io.sarangbang.media.rtp.Splice;
import io.sarangbang.media.rtp.Vp8;
import io.sarangbang.media.sdp.MediaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One kind of media of one publication: a single row of packets, whichever connection they came over, and who gets
 * them.
 */
final class Feed {

    /** How old a key frame may be to start a new subscriber with; an older one would be played with that delay. */
    private static final long REPLAY_NANOS = TimeUnit.MILLISECONDS.toNanos(1000);

    /** A subscriber with a bad network must not turn everybody's video into key frames. */
    private static final long PICTURE_LOSS_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** A publisher whose camera is off answers no request, so those without packets in between are rare. */
    private static final long IDLE_RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final MediaKind kind;
    private final Splice splice;
    private final @Nullable PacketCache cache;
    private final List<Outlet> outlets = new ArrayList<>();
    private @Nullable Source source;
    private boolean keyFrameWanted;
    private long pictureLostAt = Long.MIN_VALUE / 2;
    private long keyFrameAt = Long.MIN_VALUE / 2;
    private int keyFrameSequence;
    private int lastSequence;
    private long packets;
    private long bytes;
    private long keyFrames;
    private long lostBefore;
    private long reportedNtp;
    private int reportedTimestamp;

    Feed(MediaKind kind) {
        this.kind = kind;
        this.splice = new Splice(kind.clockRate());
        this.cache = kind == MediaKind.VIDEO ? new PacketCache() : null;
    }

    // ---- from the publisher

    void received(Publisher publisher, RtpPacket packet, long nowNanos) {
        var from = sourceOf(publisher, packet, nowNanos);
        keyFrameWanted |= !from.arrived(packet, nowNanos);
        packets++;
        bytes += packet.length();
        if (splice.apply(packet, nowNanos)) {
            boolean startsKeyFrame = remember(packet, nowNanos);
            for (int i = 0; i < outlets.size(); i++) {
                outlets.get(i).forward(packet, startsKeyFrame);
            }
        }
        if (keyFrameWanted) {
            from.askForKeyFrame(nowNanos, Source.KEY_FRAME_RETRY_NANOS);
        }
    }

    private Source sourceOf(Publisher publisher, RtpPacket packet, long nowNanos) {
        if (source != null && source.is(publisher, packet.ssrc())) {
            return source;
        }
        lostBefore += source == null ? 0 : source.lost();
        reportedNtp = 0;
        keyFrameWanted = kind == MediaKind.VIDEO && !outlets.isEmpty();
        keyFrameAt = nowNanos - 2 * REPLAY_NANOS; // what follows does not build on it
        splice.startFrom(packet, nowNanos);
        var next = new Source(publisher, kind, packet.ssrc());
        source = next;
        publisher.reportSoon();
        return next;
    }

    private boolean remember(RtpPacket packet, long nowNanos) {
        if (cache == null) {
            return false;
        }
        cache.store(packet);
        if (packets == 1 || SequenceNumbers.isNewer(packet.sequence(), lastSequence)) {
            lastSequence = packet.sequence();
        }
        if (!Vp8.startsKeyFrame(packet.bytes(), packet.headerLength(), packet.length())) {
            return false;
        }
        keyFrames++;
        keyFrameWanted = false;
        keyFrameAt = nowNanos;
        keyFrameSequence = packet.sequence();
        return true;
    }

    void senderReported(int ssrc, long ntpTime, int rtpTime, long nowNanos) {
        if (source == null || source.ssrc() != ssrc) {
            return;
        }
        source.senderReported(ntpTime, nowNanos);
        reportedNtp = ntpTime;
        reportedTimestamp = splice.timestamp(rtpTime);
        outlets.forEach(outlet -> outlet.sendReport(reportedNtp, reportedTimestamp));
    }

    /** What comes in now, if it comes over this connection. */
    Optional<Source> source(Publisher publisher) {
        return Optional.ofNullable(source).filter(now -> now.is(publisher, now.ssrc()));
    }

    // ---- to the subscribers

    /** Somebody will join as soon as their handshake is done: see to it that there is a key frame to start with. */
    void expect(long nowNanos) {
        if (kind == MediaKind.VIDEO && nowNanos - keyFrameAt > Source.KEY_FRAME_RETRY_NANOS) {
            wantKeyFrame(nowNanos);
        }
    }

    void join(Outlet outlet, long nowNanos) {
        outlets.add(outlet);
        if (reportedNtp != 0) {
            outlet.sendReport(reportedNtp, reportedTimestamp);
        }
        if (kind == MediaKind.VIDEO && !replay(outlet, nowNanos)) {
            outlet.waitForKeyFrame();
            wantKeyFrame(nowNanos);
        }
    }

    /** Starts a subscriber with the last key frame and what followed it, if that is still fresh. */
    private boolean replay(Outlet outlet, long nowNanos) {
        int following = SequenceNumbers.distance(keyFrameSequence, lastSequence);
        if (nowNanos - keyFrameAt > REPLAY_NANOS || following < 0 || remembered(keyFrameSequence) == null) {
            return false;
        }
        for (int i = 0; i <= following; i++) {
            var packet = remembered(SequenceNumbers.wrap(keyFrameSequence + i));
            if (packet != null) {
                outlet.forward(packet, i == 0);
            }
        }
        return true;
    }

    void leave(Outlet outlet) {
        outlets.remove(outlet);
    }

    @Nullable
    RtpPacket remembered(int sequence) {
        return cache == null ? null : cache.find(sequence);
    }

    void pictureLost(long nowNanos) {
        if (kind == MediaKind.VIDEO && nowNanos - pictureLostAt >= PICTURE_LOSS_PAUSE_NANOS) {
            pictureLostAt = nowNanos;
            wantKeyFrame(nowNanos);
        }
    }

    private void wantKeyFrame(long nowNanos) {
        keyFrameWanted = true;
        if (source != null) {
            source.askForKeyFrame(nowNanos, Source.KEY_FRAME_RETRY_NANOS);
        }
    }

    void tick(long nowNanos) {
        if (source == null) {
            return;
        }
        source.askAgain(nowNanos);
        if (keyFrameWanted) {
            source.askForKeyFrame(nowNanos, IDLE_RETRY_NANOS);
        }
    }

    // ---- figures

    long packets() {
        return packets;
    }

    long bytes() {
        return bytes;
    }

    long keyFrames() {
        return keyFrames;
    }

    long lost() {
        return lostBefore + (source == null ? 0 : source.lost());
    }
}
