package io.sarangbang.media.sdp;

import io.sarangbang.media.sdp.UnusableOffer.Flaw;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The attributes of a session or of one media line, in order. */
final class SdpSection {

    /** Ids above this do not fit the one-byte form, and no browser uses one. */
    private static final int MAX_EXTENSION_ID = 14;

    private final String mediaLine;
    private final List<String> attributes = new ArrayList<>();

    SdpSection(String mediaLine) {
        this.mediaLine = mediaLine;
    }

    void add(String attribute) {
        attributes.add(attribute);
    }

    Optional<String> value(String name) {
        return values(name).findFirst();
    }

    /** Everything said about a name; an attribute without a value counts as an empty one. */
    Stream<String> values(String name) {
        return attributes.stream()
                .filter(line -> line.equals(name) || line.startsWith(name + ":"))
                .map(line -> line.length() == name.length() ? "" : line.substring(name.length() + 1));
    }

    OfferedMedia toMedia(SdpSection session) throws UnusableOffer {
        var words = mediaLine.split(" ");
        if (words.length < 4) {
            throw OfferParser.malformed("media line '%s'".formatted(mediaLine));
        }
        var mid = value("mid").orElse("");
        var refused = new OfferedMedia(words[0], words[2], mid, null, Direction.INACTIVE, 0, List.of(), Map.of());
        var kind = MediaKind.of(words[0]);
        if (kind.isEmpty() || words[1].equals("0")) {
            return refused;
        }
        if (mid.isEmpty() || mid.contains(" ")) {
            throw OfferParser.malformed("a media line without mid");
        }
        int payloadType = payloadType(kind.get())
                .orElseThrow(
                        () -> new UnusableOffer(Flaw.CODEC_MISSING, kind.get().codec() + " is not offered"));
        return new OfferedMedia(
                words[0],
                words[2],
                mid,
                kind.get(),
                direction(session),
                payloadType,
                feedback(payloadType),
                extensions());
    }

    private Direction direction(SdpSection session) {
        return Stream.concat(attributes.stream(), session.attributes.stream())
                .flatMap(line -> Direction.ofToken(line).stream())
                .findFirst()
                .orElse(Direction.SENDRECV);
    }

    private OptionalInt payloadType(MediaKind kind) {
        return values("rtpmap")
                .map(line -> line.split(" ", 2))
                .filter(words -> words.length == 2 && words[1].equalsIgnoreCase(kind.codec()))
                .mapToInt(words -> number(words[0]))
                .filter(type -> type >= 0 && type <= 127)
                .findFirst();
    }

    private List<String> feedback(int payloadType) {
        var prefix = payloadType + " ";
        return values("rtcp-fb")
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    private Map<HeaderExtension, Integer> extensions() {
        Map<HeaderExtension, Integer> found = new EnumMap<>(HeaderExtension.class);
        for (var extension : HeaderExtension.values()) {
            values("extmap")
                    .map(line -> line.split(" "))
                    .filter(words -> words.length >= 2 && words[1].equals(extension.uri()))
                    .mapToInt(words -> number(words[0].split("/")[0]))
                    .filter(id -> id >= 1 && id <= MAX_EXTENSION_ID)
                    .findFirst()
                    .ifPresent(id -> found.put(extension, id));
        }
        return found;
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    }
}
