package io.sarangbang.media.rtc;

import io.sarangbang.media.rtcp.RtcpReader;
import io.sarangbang.media.rtcp.RtcpWriter;
import io.sarangbang.media.rtp.HeaderExtensions;
import io.sarangbang.media.rtp.RtpPacket;
import io.sarangbang.media.sdp.Direction;
import io.sarangbang.media.sdp.MediaKind;
import io.sarangbang.media.sdp.OfferedMedia;
import io.sarangbang.media.sdp.SdpAnswer;
import io.sarangbang.media.sdp.SdpOffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection over which a publication comes in; a reconnecting publisher gets another. */
final class Publisher implements PeerMedia {

    private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Network network;
    private final SdpOffer offer;
    private final Map<MediaKind, Feed> feeds;
    private final @Nullable Feed[] byPayloadType = new Feed[128];
    private final Map<MediaKind, Direction> ours = new EnumMap<>(MediaKind.class);
    private final HeaderExtensions canonical = new HeaderExtensions();
    private final int ssrc = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private final Peer peer;
    private final Outlets loopback;
    private long reportedAt;

    Publisher(Network network, SdpOffer offer, Map<MediaKind, Feed> feeds, StateTeller states) throws BadOffer {
        this.network = network;
        this.offer = offer;
        this.feeds = feeds;
        offer.media().forEach(this::agree);
        if (ours.values().stream().noneMatch(Direction::receives)) {
            throw new BadOffer(BadOffer.Reason.WRONG_DIRECTION, "The offer sends nothing");
        }
        this.peer = new Peer(network, offer, this, states);
        this.loopback = new Outlets(network, peer, offer, feeds, ours);
        network.peers().add(peer);
    }

    /** Whoever offers to send and receive wants to see their own stream as others see it. */
    private void agree(OfferedMedia media) {
        media.acceptedKind().ifPresent(kind -> {
            boolean sends = media.direction().sends();
            ours.put(kind, Direction.of(sends && media.direction().receives(), sends));
            byPayloadType[media.payloadType()] = sends ? feeds.get(kind) : null;
        });
        media.extensions().forEach((extension, id) -> canonical.map(id, Outlet.canonical(extension)));
    }

    String answer(StreamIdentity identity) {
        return new SdpAnswer(offer, network.termsFor(peer), ours, loopback.describe(identity)).text();
    }

    boolean sends(MediaKind kind) {
        return ours.getOrDefault(kind, Direction.INACTIVE).receives();
    }

    Peer peer() {
        return peer;
    }

    int ssrc() {
        return ssrc;
    }

    @Override
    public void connected(long nowNanos) {
        loopback.join(nowNanos);
    }

    @Override
    public void disconnected() {
        loopback.leave();
    }

    @Override
    public void received(RtpPacket packet, long nowNanos) {
        var feed = byPayloadType[packet.payloadType()];
        if (feed == null) {
            network.traffic().countDropped();
            return;
        }
        canonical.translate(packet.bytes(), packet.headerLength());
        feed.received(this, packet, nowNanos);
    }

    @Override
    public void received(RtcpReader report, long nowNanos) {
        if (report.isWholeSenderReport()) {
            feeds.values()
                    .forEach(feed ->
                            feed.senderReported(report.senderSsrc(), report.ntpTime(), report.rtpTime(), nowNanos));
        } else {
            loopback.told(report, nowNanos);
        }
    }

    void send(Consumer<RtcpWriter> content) {
        var reports = network.reports();
        content.accept(reports);
        peer.sendRtcp(reports);
    }

    /** A new source must hear early how much it may send, or it spends its first second at 300 kbps. */
    void reportSoon() {
        reportedAt = System.nanoTime() - REPORT_NANOS;
    }

    void tick(long nowNanos) {
        if (nowNanos - reportedAt >= REPORT_NANOS && peer.isConnected()) {
            reportedAt = nowNanos;
            report(nowNanos);
        }
    }

    private void report(long nowNanos) {
        var sources = feeds.values().stream()
                .flatMap(feed -> feed.source(this).stream())
                .toList();
        if (sources.isEmpty()) {
            return;
        }
        int[] numbers = sources.stream().mapToInt(Source::ssrc).toArray();
        send(reports -> {
            reports.receiverReport(ssrc, sources.size());
            sources.forEach(source -> source.report(reports, nowNanos));
            reports.remb(ssrc, network.settings().maxBitrateKbps() * 1000L, numbers);
        });
    }
}
