package io.sarangbang.media.rtc;

import io.sarangbang.media.sdp.SdpOffer;
import io.sarangbang.media.sdp.UnusableOffer;

/** An SDP offer that cannot be answered, and why. */
public final class BadOffer extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    BadOffer(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    static SdpOffer parse(String sdp) throws BadOffer {
        try {
            return SdpOffer.parse(sdp);
        } catch (UnusableOffer unusable) {
            throw new BadOffer(Reason.valueOf(unusable.flaw().name()), String.valueOf(unusable.getMessage()));
        }
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong with the offer. Signalling answers 800 for a missing codec and 302 for the rest. */
    public enum Reason {
        /** Not SDP, or SDP without what every WebRTC offer carries. */
        MALFORMED,
        /** Media lines that do not share one connection. */
        NOT_BUNDLED,
        /** The direction does not fit: nothing to receive from a publisher, nothing to send to a subscriber. */
        WRONG_DIRECTION,
        /** Video without VP8 or audio without Opus. */
        CODEC_MISSING
    }
}
