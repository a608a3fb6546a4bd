package io.sarangbang.media.sdp;

import io.sarangbang.media.sdp.UnusableOffer.Flaw;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads an offer: the session's lines, then each media line with those that follow it. */
final class OfferParser {

    private static final int MAX_LENGTH = 200_000;
    private static final int MAX_MEDIA = 16;

    private final SdpSection session;
    private final List<SdpSection> sections = new ArrayList<>();

    OfferParser(String text) throws UnusableOffer {
        if (!text.startsWith("v=0") || text.length() > MAX_LENGTH) {
            throw malformed("an offer starts with v=0");
        }
        session = new SdpSection("");
        var current = session;
        for (var line : text.lines().toList()) {
            if (line.startsWith("m=")) {
                current = new SdpSection(line.substring(2));
                sections.add(current);
            } else if (line.startsWith("a=")) {
                current.add(line.substring(2));
            }
        }
    }

    static UnusableOffer malformed(String detail) {
        return new UnusableOffer(Flaw.MALFORMED, detail);
    }

    SdpOffer parse() throws UnusableOffer {
        if (sections.isEmpty() || sections.size() > MAX_MEDIA) {
            throw malformed("%d media lines".formatted(sections.size()));
        }
        var media = onePerKind();
        var first = firstAccepted(media);
        requireBundle(media);
        return new SdpOffer(
                required(first, "ice-ufrag"),
                fingerprint(first),
                first.value("rtcp-rsize").isPresent(),
                media);
    }

    private List<OfferedMedia> onePerKind() throws UnusableOffer {
        Set<MediaKind> taken = EnumSet.noneOf(MediaKind.class);
        List<OfferedMedia> media = new ArrayList<>();
        for (var section : sections) {
            var line = section.toMedia(session);
            boolean isTaken = line.kind() != null && !taken.add(line.kind());
            media.add(isTaken ? line.refused() : line);
        }
        return media;
    }

    private SdpSection firstAccepted(List<OfferedMedia> media) throws UnusableOffer {
        for (int i = 0; i < media.size(); i++) {
            if (media.get(i).isAccepted()) {
                return sections.get(i);
            }
        }
        throw malformed("no audio or video line");
    }

    private void requireBundle(List<OfferedMedia> media) throws UnusableOffer {
        var mids = media.stream()
                .filter(OfferedMedia::isAccepted)
                .map(OfferedMedia::mid)
                .toList();
        var bundled = session.values("group")
                .filter(group -> group.startsWith("BUNDLE "))
                .map(group -> List.of(group.substring("BUNDLE ".length()).split(" ")))
                .anyMatch(group -> group.containsAll(mids));
        if (mids.size() > 1 && !bundled) {
            throw new UnusableOffer(Flaw.NOT_BUNDLED, "media lines " + mids + " are not in one BUNDLE group");
        }
    }

    private String fingerprint(SdpSection section) throws UnusableOffer {
        var value = required(section, "fingerprint");
        var parts = value.split(" ");
        if (parts.length != 2
                || !parts[0].equalsIgnoreCase("sha-256")
                || !parts[1].matches("(\\p{XDigit}{2}:){31}\\p{XDigit}{2}")) {
            throw malformed("the fingerprint is not SHA-256");
        }
        return parts[1].toUpperCase(Locale.ROOT);
    }

    private String required(SdpSection section, String attribute) throws UnusableOffer {
        return section.value(attribute)
                .or(() -> session.value(attribute))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> malformed("no " + attribute));
    }
}
