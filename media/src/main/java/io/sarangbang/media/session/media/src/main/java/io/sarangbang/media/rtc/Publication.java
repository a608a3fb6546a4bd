package io.sarangbang.media.rtc;

import java.util.function.Consumer;

/** One stream somebody sends. */
public final class Publication {

    public String sdpAnswer() {
        throw new UnsupportedOperationException();
    }

    /** Lets somebody watch this stream. */
    public Subscription subscribe(String sdpOffer, Consumer<MediaState> onState) throws BadOffer {
        throw new UnsupportedOperationException();
    }

    /** Gives the publisher a new connection; whoever is watching notices a pause, nothing else. */
    public String renegotiate(String sdpOffer) throws BadOffer {
        throw new UnsupportedOperationException();
    }

    public StreamStats stats() {
        throw new UnsupportedOperationException();
    }

    /** Ends the stream and every subscription to it. */
    public void close() {
        throw new UnsupportedOperationException();
    }
}
