package io.sarangbang.media.rtc;

/** One person's view of a publication. */
public final class Subscription {

    public String sdpAnswer() {
        throw new UnsupportedOperationException();
    }

    /** Gives the watcher a new connection to the same stream. */
    public String renegotiate(String sdpOffer) throws BadOffer {
        throw new UnsupportedOperationException();
    }

    public void close() {
        throw new UnsupportedOperationException();
    }
}
