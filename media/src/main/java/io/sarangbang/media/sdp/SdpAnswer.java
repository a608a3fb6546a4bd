package io.sarangbang.media.sdp;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Writes the answer to an offer: every line in the offer's order under the offer's own names and numbers, one codec
 * each, and none of RTX, RED, FEC or transport-wide congestion control, so that a forwarded packet needs no more than
 * new numbers.
 */
public final class SdpAnswer {

    private static final Set<String> FEEDBACK = Set.of("goog-remb", "ccm fir", "nack", "nack pli");

    private final SdpOffer offer;
    private final AnswerTerms terms;
    private final Map<MediaKind, Direction> directions;
    private final Map<MediaKind, OutgoingMedia> outgoing;
    private final StringJoiner lines = new StringJoiner("\r\n", "", "\r\n");

    public SdpAnswer(
            SdpOffer offer,
            AnswerTerms terms,
            Map<MediaKind, Direction> directions,
            Map<MediaKind, OutgoingMedia> outgoing) {
        this.offer = offer;
        this.terms = terms;
        this.directions = directions;
        this.outgoing = outgoing;
    }

    public String text() {
        writeSession();
        offer.media().forEach(this::writeMedia);
        return lines.toString();
    }

    private void write(String format, Object... values) {
        lines.add(format.formatted(values));
    }

    private void writeSession() {
        write("v=0");
        write("o=- %d 2 IN IP4 127.0.0.1", terms.sessionId());
        write("s=-");
        write("t=0 0");
        write("a=group:BUNDLE %s", bundled());
        write("a=msid-semantic: WMS");
        write("a=ice-lite");
    }

    private String bundled() {
        return offer.media().stream()
                .filter(OfferedMedia::isAccepted)
                .map(OfferedMedia::mid)
                .collect(Collectors.joining(" "));
    }

    private void writeMedia(OfferedMedia media) {
        media.acceptedKind().ifPresentOrElse(kind -> writeAccepted(media, kind), () -> writeRefused(media));
    }

    private void writeRefused(OfferedMedia media) {
        write("m=%s 0 %s 0", media.token(), media.protocol());
        write("c=IN IP4 0.0.0.0");
        write("a=inactive");
        if (!media.mid().isEmpty()) {
            write("a=mid:%s", media.mid());
        }
    }

    private void writeAccepted(OfferedMedia media, MediaKind kind) {
        write("m=%s 9 %s %d", media.token(), media.protocol(), media.payloadType());
        write("c=IN IP4 0.0.0.0");
        write("a=mid:%s", media.mid());
        write("a=%s", directions.getOrDefault(kind, Direction.INACTIVE).token());
        writeTransport();
        writeCodec(media, kind);
        if (outgoing.containsKey(kind)) {
            writeOutgoing(outgoing.get(kind));
        }
    }

    private void writeTransport() {
        write("a=ice-ufrag:%s", terms.ufrag());
        write("a=ice-pwd:%s", terms.password());
        write("a=fingerprint:sha-256 %s", terms.fingerprint());
        write("a=setup:passive");
        write("a=rtcp-mux");
        if (offer.reducedRtcp()) {
            write("a=rtcp-rsize");
        }
        terms.candidates().forEach(candidate -> write("a=%s", candidate));
        write("a=end-of-candidates");
    }

    private void writeCodec(OfferedMedia media, MediaKind kind) {
        write("a=rtpmap:%d %s", media.payloadType(), kind.codec());
        if (kind == MediaKind.AUDIO) {
            // Opus repairs its own losses when asked to; audio is not retransmitted.
            write("a=fmtp:%d minptime=10;useinbandfec=1", media.payloadType());
        } else {
            feedback(media).forEach(line -> write("a=rtcp-fb:%d %s", media.payloadType(), line));
        }
        media.extensions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        write("a=extmap:%d %s", entry.getValue(), entry.getKey().uri()));
    }

    private static List<String> feedback(OfferedMedia media) {
        return media.feedback().stream().filter(FEEDBACK::contains).toList();
    }

    private void writeOutgoing(OutgoingMedia media) {
        write("a=msid:%s %s", media.streamId(), media.trackId());
        write("a=ssrc:%s cname:%s", Integer.toUnsignedString(media.ssrc()), media.cname());
    }
}
