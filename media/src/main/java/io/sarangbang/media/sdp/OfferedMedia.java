package io.sarangbang.media.sdp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One media line of an offer.
 *
 * @param token what the line says it carries, also when that is nothing we know
 * @param protocol its transport protocol, repeated in the answer
 * @param mid its name in the BUNDLE group
 * @param kind audio or video; null for a line to refuse, such as a data channel or a second camera
 * @param direction which way the browser wants media to flow
 * @param payloadType the browser's number for the one codec we forward
 * @param feedback the RTCP feedback the browser knows for that codec
 * @param extensions the browser's ids for the header extensions we forward
 */
public record OfferedMedia(
        String token,
        String protocol,
        String mid,
        @Nullable MediaKind kind,
        Direction direction,
        int payloadType,
        List<String> feedback,
        Map<HeaderExtension, Integer> extensions) {

    public OfferedMedia {
        feedback = List.copyOf(feedback);
        extensions = Map.copyOf(extensions);
    }

    public boolean isAccepted() {
        return kind != null;
    }

    public Optional<MediaKind> acceptedKind() {
        return Optional.ofNullable(kind);
    }

    OfferedMedia refused() {
        return new OfferedMedia(token, protocol, mid, null, direction, 0, List.of(), Map.of());
    }
}
