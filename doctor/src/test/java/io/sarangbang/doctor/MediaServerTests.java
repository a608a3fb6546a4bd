package io.sarangbang.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.fact.Probe;
import io.sarangbang.doctor.media.Media;
import io.sarangbang.doctor.openvidu.OpenVidu;
import io.sarangbang.doctor.report.Feature;
import io.sarangbang.doctor.report.Finding;
import io.sarangbang.doctor.report.Level;
import io.sarangbang.doctor.report.Report;
import io.sarangbang.doctor.signalling.Signalling;
import io.sarangbang.doctor.turn.Turn;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probes ask the real embedded media server, which listens on this machine without TLS, nginx or TURN. */
class MediaServerTests {

    private static final String NO_TURN = "turn-over-443-missing";

    @TempDir
    Path nothing;

    @Test
    void anUnharmedOneLacksNothingButTurn() throws Exception {
        try (var server = MediaServerProcess.start(Map.of())) {
            var report = examined(server.url(), Map.of(), _ -> true);

            assertThat(codes(report, Level.FAIL)).containsExactly(NO_TURN);
            assertThat(codes(report, Level.OK))
                    .contains(
                            "openvidu-unreachable",
                            "openvidu-wrong-secret",
                            "openvidu-version-skew",
                            "token-wrong-host",
                            "token-wrong-port",
                            "websocket-upgrade-missing",
                            "websocket-not-routed",
                            "proxy-timeout-short",
                            "candidates-private",
                            "udp-blocked");
        }
    }

    @Test
    void oneWithAnotherSecretIsOneCause() throws Exception {
        try (var server = MediaServerProcess.start(Map.of())) {
            var report = examined(server.url(), Map.of("OPENVIDU_SECRET", "another-secret-0123456789"));
            assertThat(codes(report, Level.FAIL)).containsExactly("openvidu-wrong-secret");
        }
    }

    @Test
    void oneThatIsDownIsOneCause() throws Exception {
        var report = examined("http://127.0.0.1:" + MediaServerProcess.freePort(), Map.of());
        assertThat(codes(report, Level.FAIL)).containsExactly("openvidu-unreachable");
    }

    @Test
    void oneThatIsAskedByTheWrongSchemeIsNamedWithTheRightOne() throws Exception {
        try (var server = MediaServerProcess.start(Map.of())) {
            var https = server.url().replace("http:", "https:");
            var report = examined(server.url(), Map.of("OPENVIDU_URL", https));

            assertThat(codes(report, Level.FAIL)).containsExactly("openvidu-wrong-scheme");
            assertThat(report.of(Level.FAIL).getFirst().params()).containsEntry("answers", server.url());
        }
    }

    @Test
    void oneThatKnowsNoPublicAddressIsOneCauseMore() throws Exception {
        try (var server = MediaServerProcess.start(Map.of())) {
            var report = examined(server.url(), Map.of("PUBLIC_IP", "203.0.113.7"));
            assertThat(codes(report, Level.FAIL)).containsExactly("candidates-private", NO_TURN);
        }
    }

    @Test
    void oneWhoseEventsAreAnsweredWithoutContentIsOneCauseMore() throws Exception {
        var hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/events", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(204, -1);
            }
        });
        hook.start();
        var events = "http://127.0.0.1:" + hook.getAddress().getPort() + "/events";
        try (var server =
                MediaServerProcess.start(Map.of("OPENVIDU_WEBHOOK", "true", "OPENVIDU_WEBHOOK_ENDPOINT", events))) {
            assertThat(codes(examined(server.url(), Map.of()), Level.FAIL)).containsExactly("webhook-not-200", NO_TURN);
        } finally {
            hook.stop(0);
        }
    }

    /** Everything but the silent socket, which takes its time. */
    private Report examined(String url, Map<String, String> more) throws InterruptedException {
        return examined(url, more, probe -> !probe.facts().getSimpleName().equals("IdleFacts"));
    }

    /** Looked at as from outside, where no address is led elsewhere; all parts are asked nonetheless. */
    private Report examined(String url, Map<String, String> more, Predicate<Probe<?>> asked)
            throws InterruptedException {
        var variables = new HashMap<>(Map.of(
                "PUBLIC_URL",
                url,
                "OPENVIDU_URL",
                url,
                "OPENVIDU_SECRET",
                MediaServerProcess.SECRET,
                "PUBLIC_IP",
                "127.0.0.1"));
        variables.putAll(more);
        var parts = Stream.of(OpenVidu.feature(), Signalling.feature(), Media.feature(), Turn.feature())
                .map(it -> new Feature(it.name(), EnumSet.allOf(View.class), asked(it, asked), withoutLocalhost(it)))
                .toList();
        return new Examination(parts).of(new Installation(variables, nothing, nothing, View.OUTSIDE), false);
    }

    private static List<Probe<?>> asked(Feature feature, Predicate<Probe<?>> asked) {
        return feature.probes().stream().<Probe<?>>map(it -> it).filter(asked).toList();
    }

    /** Here OpenVidu is at localhost indeed. */
    private static List<io.sarangbang.doctor.report.Check> withoutLocalhost(Feature feature) {
        return feature.checks().stream()
                .filter(it -> !it.code().equals("openvidu-url-localhost"))
                .toList();
    }

    private static List<String> codes(Report report, Level level) {
        return report.of(level).stream().map(Finding::code).distinct().toList();
    }
}
