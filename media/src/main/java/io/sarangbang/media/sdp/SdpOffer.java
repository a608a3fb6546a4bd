package io.sarangbang.media.sdp;

import java.util.List;
import java.util.Optional;

/**
 * A browser's offer, reduced to what decides the answer.
 *
 * @param ufrag the browser's ICE user name, first half of what it will sign its checks with
 * @param fingerprint SHA-256 of the certificate it will show, in upper-case hexadecimal with colons
 * @param reducedRtcp whether it accepts RTCP packets that do not start with a report
 * @param media its media lines in order
 */
public record SdpOffer(String ufrag, String fingerprint, boolean reducedRtcp, List<OfferedMedia> media) {

    public SdpOffer {
        media = List.copyOf(media);
    }

    public static SdpOffer parse(String text) throws UnusableOffer {
        return new OfferParser(text).parse();
    }

    /** The accepted line of this kind. */
    public Optional<OfferedMedia> of(MediaKind kind) {
        return media.stream().filter(line -> line.kind() == kind).findFirst();
    }
}
