package io.sarangbang.media.rtc;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Receives each published stream once and forwards it to everyone who watches. */
public final class MediaEngine implements AutoCloseable {

    public MediaEngine(MediaSettings settings) throws IOException {
        throw new IOException("no media sockets for " + settings);
    }

    /** The port media arrives on, also when an ephemeral one was asked for. */
    public int port() {
        throw new UnsupportedOperationException();
    }

    /** The addresses offered to browsers, most useful first. */
    public List<String> addresses() {
        throw new UnsupportedOperationException();
    }

    public Publication publish(String sdpOffer, Consumer<MediaState> onState) throws BadOffer {
        throw new UnsupportedOperationException();
    }

    public SelfCheck selfCheck() {
        throw new UnsupportedOperationException();
    }

    public EngineStats stats() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
