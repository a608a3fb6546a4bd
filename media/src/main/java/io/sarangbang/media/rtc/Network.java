package io.sarangbang.media.rtc;

import io.sarangbang.media.dtls.DtlsConnection;
import io.sarangbang.media.dtls.DtlsServer;
import io.sarangbang.media.ice.Candidate;
import io.sarangbang.media.ice.LocalAddresses;
import io.sarangbang.media.net.EventLoop;
import io.sarangbang.media.net.MediaPort;
import io.sarangbang.media.net.PathReceiver;
import io.sarangbang.media.net.Traffic;
import io.sarangbang.media.rtcp.RtcpWriter;
import io.sarangbang.media.rtp.RtpPacket;
import io.sarangbang.media.sdp.AnswerTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What all connections share: the thread, the port, our certificate, and buffers that only the loop's thread touches.
 */
final class Network {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final MediaSettings settings;
    private final Traffic traffic = new Traffic();
    private final Peers peers = new Peers(traffic);
    private final DtlsServer dtls = new DtlsServer();
    private final ExecutorService tellers = Executors.newVirtualThreadPerTaskExecutor();
    private final EventLoop loop = new EventLoop("media");
    private final MediaPort port;
    private final List<InetAddress> offered;
    private final RtpPacket incoming = new RtpPacket(new byte[PathReceiver.MAX_LENGTH]);
    private final RtpPacket outgoing = new RtpPacket(new byte[PathReceiver.MAX_LENGTH]);
    private final RtcpWriter reports = new RtcpWriter();

    Network(MediaSettings settings) throws IOException {
        this.settings = settings;
        var options =
                new MediaPort.Options(settings.tcp(), !settings.addresses().isEmpty());
        try {
            port = MediaPort.open(local(settings), settings.port(), options, loop, peers, traffic);
            offered = announcedFirst(settings, port);
        } catch (IOException unusable) {
            loop.close();
            throw unusable;
        }
    }

    private static List<InetAddress> local(MediaSettings settings) throws IOException {
        return settings.addresses().isEmpty() ? LocalAddresses.discover() : parsed(settings.addresses());
    }

    private static List<InetAddress> announcedFirst(MediaSettings settings, MediaPort port) throws IOException {
        Set<InetAddress> all = new LinkedHashSet<>(parsed(settings.announced()));
        all.addAll(port.addresses());
        return List.copyOf(all);
    }

    private static List<InetAddress> parsed(List<String> texts) throws IOException {
        List<InetAddress> addresses = new ArrayList<>();
        for (var text : texts) {
            addresses.add(InetAddress.getByName(text));
        }
        return addresses;
    }

    MediaSettings settings() {
        return settings;
    }

    Traffic traffic() {
        return traffic;
    }

    Peers peers() {
        return peers;
    }

    DtlsServer dtls() {
        return dtls;
    }

    EventLoop loop() {
        return loop;
    }

    MediaPort port() {
        return port;
    }

    /** Where browsers are told to find us, most useful first. */
    List<InetAddress> offered() {
        return offered;
    }

    /** The packet that has just been decrypted. */
    RtpPacket incoming() {
        return incoming;
    }

    /** A packet on its way out. */
    RtpPacket outgoing() {
        return outgoing;
    }

    byte[] scratch() {
        return outgoing.bytes();
    }

    RtcpWriter reports() {
        return reports.clear();
    }

    StateTeller teller(Consumer<MediaState> listener) {
        return new StateTeller(listener, tellers);
    }

    AnswerTerms termsFor(Peer peer) {
        return new AnswerTerms(
                ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE),
                peer.credentials().ufrag(),
                peer.credentials().password(),
                dtls.fingerprint(),
                candidates());
    }

    private List<String> candidates() {
        List<String> lines = new ArrayList<>();
        for (int rank = 0; rank < offered.size(); rank++) {
            lines.add(new Candidate(offered.get(rank), port.port(), false, rank).line());
            if (settings.tcp()) {
                lines.add(new Candidate(offered.get(rank), port.port(), true, rank).line());
            }
        }
        return lines;
    }

    /** Says goodbye to everybody and waits a moment for it to go out. */
    void close() {
        var goodbyes = loop.ask(peers::closeAll);
        tellers.shutdown();
        try {
            awaitAll(goodbyes);
            if (!tellers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                tellers.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        loop.close();
    }

    private static void awaitAll(List<DtlsConnection> goodbyes) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        for (var connection : goodbyes) {
            connection.awaitEnd(Duration.between(Instant.now(), deadline));
        }
    }
}
