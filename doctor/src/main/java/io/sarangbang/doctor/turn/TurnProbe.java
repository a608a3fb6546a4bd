package io.sarangbang.doctor.turn;

import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.fact.Probe;
import io.sarangbang.doctor.media.Candidate;
import io.sarangbang.doctor.media.IceServer;
import io.sarangbang.doctor.media.PracticeCall;
import io.sarangbang.doctor.stun.StreamLink;
import io.sarangbang.doctor.stun.StunLink;
import io.sarangbang.doctor.stun.StunQuestion;
import io.sarangbang.doctor.stun.UdpLink;
import io.sarangbang.doctor.wire.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tries each way at once, and through each relay the media server. */
final class TurnProbe implements Probe<TurnFacts> {

    @Override
    public Class<TurnFacts> facts() {
        return TurnFacts.class;
    }

    @Override
    public TurnFacts ask(Inquiry inquiry) throws IOException, InterruptedException, ExecutionException {
        try (var call = PracticeCall.open(inquiry.installation())) {
            var servers = new EnumMap<Way, IceServer>(Way.class);
            call.iceServers().stream().filter(IceServer::isTurn).forEach(it -> sort(it, servers));
            return tried(servers, inquiry.installation(), call);
        }
    }

    /** A plain TURN server listens on the same port over UDP and TCP. */
    private static void sort(IceServer server, Map<Way, IceServer> servers) {
        if (server.isTls()) {
            servers.putIfAbsent(Way.TLS, server);
        } else {
            servers.putIfAbsent(Way.UDP, server);
            servers.putIfAbsent(Way.TCP, server);
        }
    }

    private static TurnFacts tried(Map<Way, IceServer> servers, Installation installation, PracticeCall call)
            throws InterruptedException, ExecutionException {
        var asked = new EnumMap<Way, Future<Attempt>>(Way.class);
        var urls = new EnumMap<Way, String>(Way.class);
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            servers.forEach((way, server) -> {
                urls.put(way, server.url());
                asked.put(way, all.submit(() -> attempt(way, server, installation, call)));
            });
        }
        var attempts = new EnumMap<Way, Attempt>(Way.class);
        for (var one : asked.entrySet()) {
            attempts.put(one.getKey(), one.getValue().get());
        }
        return new TurnFacts(urls, attempts);
    }

    private static Attempt attempt(Way way, IceServer server, Installation installation, PracticeCall call) {
        try (var link = link(way, server, installation);
                var allocation = Allocation.on(link, server.username(), server.credential())) {
            return new Attempt.Relayed(allocation.relayed().toString(), reachesMedia(allocation, call));
        } catch (Allocation.Refusal e) {
            return new Attempt.Refused(e.code());
        } catch (IOException e) {
            return new Attempt.NoAnswer(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static StunLink link(Way way, IceServer server, Installation installation) throws IOException {
        var wire = new Wire(installation);
        return switch (way) {
            case UDP -> UdpLink.to(installation.way(server.host(), server.port()));
            case TCP -> StreamLink.turn(wire.tcp(server.host(), server.port()));
            case TLS -> StreamLink.turn(wire.tls(server.host(), server.port()));
        };
    }

    /** One candidate is enough, as it is for a browser. */
    private static boolean reachesMedia(Allocation allocation, PracticeCall call) throws IOException {
        var answer = call.answer();
        for (var candidate : answer.udp()) {
            var check = StunQuestion.connectivityCheck(answer.ufrag(), answer.password(), PracticeCall.UFRAG);
            if (isSameFamily(allocation, candidate)
                    && allocation.reaches(new InetSocketAddress(candidate.address(), candidate.port()), check)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSameFamily(Allocation allocation, Candidate candidate) {
        return candidate.address().contains(":")
                == (allocation.relayed().getAddress().getAddress().length == 16);
    }
}
