package io.sarangbang.media.sdp;

/** An offer this server cannot answer. */
public final class UnusableOffer extends Exception {

    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    UnusableOffer(Flaw flaw, String detail) {
        super(detail);
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }

    /** What is wrong with it. */
    public enum Flaw {
        MALFORMED,
        NOT_BUNDLED,
        CODEC_MISSING
    }
}
