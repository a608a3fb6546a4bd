package io.sarangbang.media.rtc;

import io.sarangbang.media.rtcp.RtcpReader;
import io.sarangbang.media.sdp.Direction;
import io.sarangbang.media.sdp.MediaKind;
import io.sarangbang.media.sdp.OutgoingMedia;
import io.sarangbang.media.sdp.SdpOffer;
import java.util.EnumMap;
import java.util.Map;

/** All that flows to one connection, and what its browser says about it. */
final class Outlets {

    private final Map<MediaKind, Outlet> outlets = new EnumMap<>(MediaKind.class);

    /** An outlet for each line of the offer on which we are to send. */
    Outlets(Network network, Peer peer, SdpOffer offer, Map<MediaKind, Feed> feeds, Map<MediaKind, Direction> ours) {
        feeds.forEach((kind, feed) -> offer.of(kind)
                .filter(media -> ours.getOrDefault(kind, Direction.INACTIVE).sends())
                .ifPresent(media -> outlets.put(kind, new Outlet(network, peer, feed, media))));
    }

    Map<MediaKind, OutgoingMedia> describe(StreamIdentity identity) {
        Map<MediaKind, OutgoingMedia> described = new EnumMap<>(MediaKind.class);
        outlets.forEach((kind, outlet) -> described.put(kind, identity.describe(kind, outlet.ssrc())));
        return described;
    }

    void expect(long nowNanos) {
        outlets.values().forEach(outlet -> outlet.feed().expect(nowNanos));
    }

    void join(long nowNanos) {
        outlets.values().forEach(outlet -> outlet.feed().join(outlet, nowNanos));
    }

    void leave() {
        outlets.values().forEach(outlet -> outlet.feed().leave(outlet));
    }

    void told(RtcpReader report, long nowNanos) {
        if (report.isNack()) {
            outlets.values().stream()
                    .filter(outlet -> outlet.ssrc() == report.mediaSsrc())
                    .forEach(outlet -> report.forEachMissing(sequence -> outlet.resend(sequence, nowNanos)));
        } else if (report.asksForKeyFrame()) {
            outlets.values().stream()
                    .filter(outlet -> outlet.ssrc() == report.mediaSsrc())
                    .forEach(outlet -> outlet.feed().pictureLost(nowNanos));
        }
    }
}
