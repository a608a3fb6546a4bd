package io.sarangbang.media.rtc;

import io.sarangbang.media.rtcp.RtcpReader;
import io.sarangbang.media.rtp.RtpPacket;
import io.sarangbang.media.sdp.Direction;
import io.sarangbang.media.sdp.MediaKind;
import io.sarangbang.media.sdp.SdpAnswer;
import io.sarangbang.media.sdp.SdpOffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/** One connection over which a subscription goes out; a reconnecting subscriber gets another. */
final class Subscriber implements PeerMedia {

    private final Network network;
    private final SdpOffer offer;
    private final Map<MediaKind, Direction> ours = new EnumMap<>(MediaKind.class);
    private final Runnable onDisconnect;
    private final Peer peer;
    private final Outlets outlets;

    Subscriber(
            Network network,
            SdpOffer offer,
            Map<MediaKind, Feed> feeds,
            Predicate<MediaKind> published,
            StateTeller states,
            Runnable onDisconnect)
            throws BadOffer {
        this.network = network;
        this.offer = offer;
        this.onDisconnect = onDisconnect;
        for (var kind : feeds.keySet()) {
            boolean wanted =
                    offer.of(kind).filter(media -> media.direction().receives()).isPresent();
            ours.put(kind, Direction.of(wanted && published.test(kind), false));
        }
        if (ours.values().stream().noneMatch(Direction::sends)) {
            throw new BadOffer(BadOffer.Reason.WRONG_DIRECTION, "The offer receives nothing that is published");
        }
        this.peer = new Peer(network, offer, this, states);
        this.outlets = new Outlets(network, peer, offer, feeds, ours);
        network.peers().add(peer);
    }

    String answer(StreamIdentity identity) {
        return new SdpAnswer(offer, network.termsFor(peer), ours, outlets.describe(identity)).text();
    }

    Peer peer() {
        return peer;
    }

    void expect(long nowNanos) {
        outlets.expect(nowNanos);
    }

    @Override
    public void connected(long nowNanos) {
        outlets.join(nowNanos);
    }

    @Override
    public void received(RtpPacket packet, long nowNanos) {
        network.traffic().countDropped();
    }

    @Override
    public void received(RtcpReader report, long nowNanos) {
        outlets.told(report, nowNanos);
    }

    @Override
    public void disconnected() {
        outlets.leave();
        onDisconnect.run();
    }
}
