package io.sarangbang.media.rtc;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One person's view of a publication. */
public final class Subscription {

    private final Publication publication;
    private final Network network;
    private final Consumer<MediaState> onState;
    private volatile String sdpAnswer = "";
    private @Nullable Subscriber current;
    private boolean closed;

    Subscription(Publication publication, Network network, Consumer<MediaState> onState) {
        this.publication = publication;
        this.network = network;
        this.onState = onState;
    }

    public String sdpAnswer() {
        return sdpAnswer;
    }

    /** Gives the watcher a new connection to the same stream. */
    public String renegotiate(String sdpOffer) throws BadOffer {
        var states = network.teller(onState);
        var next = publication.subscriber(BadOffer.parse(sdpOffer), states, () -> publication.forget(this));
        var answer = publication.answer(next);
        sdpAnswer = answer;
        network.loop().execute(() -> install(next));
        return answer;
    }

    private void install(Subscriber next) {
        end(null);
        if (closed || publication.isClosed()) {
            next.peer().close(MediaState.CLOSED);
            return;
        }
        current = next;
        publication.remember(this);
        next.expect(System.nanoTime());
    }

    public void close() {
        network.loop().execute(() -> {
            closed = true;
            end(MediaState.CLOSED);
        });
    }

    /** Ends the connection, on the loop's thread. */
    void end(@Nullable MediaState lastWord) {
        if (current != null) {
            current.peer().close(lastWord);
            current = null;
        }
    }
}
