package io.sarangbang.media.rtc;

import io.sarangbang.media.sdp.MediaKind;
import io.sarangbang.media.sdp.SdpOffer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** One stream somebody sends. */
public final class Publication {

    private final Network network;
    private final Consumer<MediaState> onState;
    private final Consumer<Publication> onClose;
    private final StreamIdentity identity = StreamIdentity.random();
    private final Map<MediaKind, Feed> feeds = new EnumMap<>(MediaKind.class);
    private final Set<Subscription> subscriptions = new HashSet<>();
    private volatile Publisher publisher;
    private volatile String sdpAnswer;
    private boolean closed;

    Publication(Network network, String sdpOffer, Consumer<MediaState> onState, Consumer<Publication> onClose)
            throws BadOffer {
        this.network = network;
        this.onState = onState;
        this.onClose = onClose;
        for (var kind : MediaKind.values()) {
            feeds.put(kind, new Feed(kind));
        }
        this.publisher = new Publisher(network, BadOffer.parse(sdpOffer), feeds, network.teller(onState));
        this.sdpAnswer = publisher.answer(identity);
    }

    public String sdpAnswer() {
        return sdpAnswer;
    }

    /** Lets somebody watch this stream. */
    public Subscription subscribe(String sdpOffer, Consumer<MediaState> onState) throws BadOffer {
        var subscription = new Subscription(this, network, onState);
        subscription.renegotiate(sdpOffer);
        return subscription;
    }

    Subscriber subscriber(SdpOffer offer, StateTeller states, Runnable onDisconnect) throws BadOffer {
        return new Subscriber(network, offer, feeds, publisher::sends, states, onDisconnect);
    }

    String answer(Subscriber subscriber) {
        return subscriber.answer(identity);
    }

    /** Gives the publisher a new connection; whoever is watching notices a pause, nothing else. */
    public String renegotiate(String sdpOffer) throws BadOffer {
        var next = new Publisher(network, BadOffer.parse(sdpOffer), feeds, network.teller(onState));
        var answer = next.answer(identity);
        sdpAnswer = answer;
        network.loop().execute(() -> install(next));
        return answer;
    }

    /** Puts a connection in the place of the one before, on the loop's thread. */
    private void install(Publisher next) {
        publisher.peer().close(closed ? MediaState.CLOSED : null);
        publisher = next;
        if (closed) {
            next.peer().close(MediaState.CLOSED);
        }
    }

    boolean isClosed() {
        return closed;
    }

    void remember(Subscription subscription) {
        subscriptions.add(subscription);
    }

    void forget(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    int subscriptions() {
        return subscriptions.size();
    }

    void tick(long nowNanos) {
        feeds.values().forEach(feed -> feed.tick(nowNanos));
        publisher.tick(nowNanos);
    }

    public StreamStats stats() {
        return network.loop()
                .ask(() -> new StreamStats(
                        total(Feed::packets),
                        total(Feed::bytes),
                        total(Feed::lost),
                        total(Feed::keyFrames),
                        subscriptions.size()));
    }

    long lost() {
        return total(Feed::lost);
    }

    private long total(ToLongFunction<Feed> figure) {
        return feeds.values().stream().mapToLong(figure).sum();
    }

    /** Ends the stream and every subscription to it. */
    public void close() {
        network.loop().execute(this::end);
    }

    private void end() {
        if (closed) {
            return;
        }
        closed = true;
        List.copyOf(subscriptions).forEach(subscription -> subscription.end(MediaState.CLOSED));
        publisher.peer().close(MediaState.CLOSED);
        onClose.accept(this);
    }
}
