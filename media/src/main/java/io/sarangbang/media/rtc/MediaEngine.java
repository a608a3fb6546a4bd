package io.sarangbang.media.rtc;

import io.sarangbang.media.ice.Candidate;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Receives each published stream once and forwards it to everyone who watches. */
public final class MediaEngine implements AutoCloseable {

    private final Network network;
    private final Set<Publication> publications = new HashSet<>();
    private final Examination examination;
    private long lostBefore;

    /** Opens the media port; the exception says on which address that failed. */
    public MediaEngine(MediaSettings settings) throws IOException {
        network = new Network(settings);
        examination = new Examination(network);
        network.loop().start(this::tick);
    }

    private void tick() {
        long now = System.nanoTime();
        publications.forEach(publication -> publication.tick(now));
        network.peers().tick(now);
    }

    /** The port media arrives on, also when an ephemeral one was asked for. */
    public int port() {
        return network.port().port();
    }

    /** The addresses offered to browsers, most useful first. */
    public List<String> addresses() {
        return network.offered().stream().map(Candidate::text).toList();
    }

    /**
     * Answers somebody who wants to send a stream.
     *
     * @param onState told on a thread of its own, in order, what becomes of the connection
     */
    public Publication publish(String sdpOffer, Consumer<MediaState> onState) throws BadOffer {
        var publication = new Publication(network, sdpOffer, onState, this::forget);
        network.loop().execute(() -> publications.add(publication));
        return publication;
    }

    private void forget(Publication publication) {
        if (publications.remove(publication)) {
            lostBefore += publication.lost();
        }
    }

    /**
     * Examines the engine from within. The first call also shakes hands with itself, which loads and warms what the
     * first browser would otherwise wait for; call it before the first browser comes.
     */
    public SelfCheck selfCheck() {
        return examination.run();
    }

    public EngineStats stats() {
        return network.loop().ask(this::count);
    }

    private EngineStats count() {
        var traffic = network.traffic();
        return new EngineStats(
                traffic.received(),
                traffic.sent(),
                lostBefore + publications.stream().mapToLong(Publication::lost).sum(),
                traffic.dropped(),
                network.peers().count(),
                publications.size(),
                publications.stream().mapToInt(Publication::subscriptions).sum());
    }

    /** Says goodbye to every browser and frees the port. */
    @Override
    public void close() {
        network.close();
    }
}
