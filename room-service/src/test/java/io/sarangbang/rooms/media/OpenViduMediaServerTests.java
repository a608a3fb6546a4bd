package io.sarangbang.rooms.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.sarangbang.rooms.media.OpenViduStandIn.Mood;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class OpenViduMediaServerTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ObservationRegistry observations = ObservationRegistry.create();

    {
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    }

    private static final String WEBHOOK_SECRET = "webhook-secret-webhook-secret-webhook";
    private static final SessionId SESSION = SessionId.of(UUID.fromString("01900000-0000-7000-8000-000000000001"));

    private final OpenViduStandIn openVidu = OpenViduStandIn.start();
    private final MediaServer media = mediaServer(openVidu.url(), OpenViduStandIn.SECRET, null);

    @AfterEach
    void stop() {
        openVidu.close();
    }

    @Test
    void theFirstAdmissionMakesTheSessionAndLaterOnesTakeOneRequest() {
        var first = media.admit(SESSION, somebody());
        var second = media.admit(SESSION, somebody());

        assertThat(first.connectionId()).isNotEqualTo(second.connectionId());
        assertThat(openVidu.has(SESSION.value(), second.connectionId())).isTrue();
        assertThat(openVidu.calls)
                .extracting(OpenViduStandIn.Call::path)
                .containsExactly(
                        "/sessions",
                        "/sessions/" + SESSION.value() + "/connection",
                        "/sessions/" + SESSION.value() + "/connection");
    }

    @Test
    void callsAreTimedAndTellWhetherTheMediaServerIsThere() {
        media.sessions();
        assertThat(meters.get("media.server.up").gauge().value()).isEqualTo(1);

        openVidu.interruptedBy((_, _) -> 500);
        assertThatThrownBy(media::sessions).isInstanceOf(MediaServerUnreachable.class);

        assertThat(meters.get("media.server.up").gauge().value()).isZero();
        assertThat(calls("worked")).isEqualTo(1);
        assertThat(calls("failed")).isEqualTo(1);
    }

    private long calls(String outcome) {
        return meters.get("media.server.calls")
                .tags("call", "list-sessions", "outcome", outcome)
                .timer()
                .count();
    }

    @Test
    void credentialsGoAlongWithEveryRequest() {
        media.admit(SESSION, somebody());
        media.sessions();
        media.signal(SESSION, "signal:chat", "{}");
        media.close(SESSION);

        var credentials = Base64.getEncoder().encodeToString(("OPENVIDUAPP:" + OpenViduStandIn.SECRET).getBytes());
        assertThat(openVidu.calls)
                .allSatisfy(it -> assertThat(it.authorization()).isEqualTo("Basic " + credentials));
    }

    @Test
    void aSessionThatAnotherReplicaMadeIsUsed() {
        openVidu.gets(SESSION.value());

        var admission = media.admit(SESSION, somebody());

        assertThat(openVidu.has(SESSION.value(), admission.connectionId())).isTrue();
    }

    @Test
    void aSessionThatEndedMeanwhileIsMadeAgain() {
        media.admit(SESSION, somebody());
        openVidu.restarts();

        var admission = media.admit(SESSION, somebody());

        assertThat(openVidu.has(SESSION.value(), admission.connectionId())).isTrue();
    }

    @Test
    void aSessionThatEndsRightAfterItWasFoundIsMadeAgain() {
        openVidu.gets(SESSION.value());
        var gone = new AtomicInteger();
        openVidu.interruptedBy((method, path) -> {
            if (method.equals("POST") && path.equals("/sessions") && gone.get() == 0) {
                return 409;
            }
            return method.equals("GET") && gone.getAndIncrement() == 0 ? 404 : null;
        });

        assertThat(media.admit(SESSION, somebody()).token()).isNotBlank();
    }

    @Test
    void aSessionThatCanNeverBeConnectedToIsNotTriedForEver() {
        openVidu.interruptedBy((_, path) -> path.endsWith("/connection") ? 404 : null);

        assertThatThrownBy(() -> media.admit(SESSION, somebody())).isInstanceOf(MediaServerUnreachable.class);
        assertThat(openVidu.calls.size()).isLessThan(12);
    }

    @Test
    void sessionsAreSeenAsTheyAreNotAsTheyWere() {
        var data = somebody();
        var used = media.admit(SESSION, data);
        openVidu.isUsed(SESSION.value(), used.connectionId());
        var lost = media.admit(SESSION, somebody());
        openVidu.loses(SESSION.value(), lost.connectionId());
        var foreign = openVidu.getsConnection(SESSION.value(), "not json");

        var seen = media.sessions();

        assertThat(seen).hasSize(1);
        var session = seen.getFirst();
        assertThat(session.id()).isEqualTo(SESSION);
        assertThat(session.connections())
                .extracting(LiveSession.LiveConnection::connectionId)
                .containsExactlyInAnyOrder(used.connectionId(), foreign);
        var connection = session.connection(used.connectionId()).orElseThrow();
        assertThat(connection.active()).isTrue();
        assertThat(connection.seatId()).isEqualTo(data.seatId());
        assertThat(session.connection(foreign).orElseThrow().seatId()).isNull();

        openVidu.restarts();
        assertThat(media.sessions()).isEmpty();
    }

    @Test
    void whatIsGoneAlreadyIsNoFailure() {
        media.disconnect(SESSION, "con_1");
        media.close(SESSION);
        var admission = media.admit(SESSION, somebody());
        media.disconnect(SESSION, "con_unknown");
        openVidu.restarts();
        media.disconnect(SESSION, admission.connectionId());
        media.close(SESSION);
        media.signal(SESSION, "signal:chat", "{}");
    }

    @Test
    void namesTravelUnharmed() {
        media.admit(SESSION, new ServerData(UUID.randomUUID(), UUID.randomUUID(), "지우 \"👋\" \\"));

        assertThat(openVidu.calls.getLast().body().path("data").asString()).contains("지우 \\\"👋\\\" \\\\");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
    void howeverItMisbehavesItIsUnreachable(Mood mood) {
        media.admit(SESSION, somebody());
        openVidu.isInA(mood);

        assertThatThrownBy(() -> media.admit(SESSION, somebody())).isInstanceOf(MediaServerUnreachable.class);
        assertThatThrownBy(media::sessions).isInstanceOf(MediaServerUnreachable.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILS", "HANGS_UP", "SLOW", "REFUSES_WITHOUT_CHALLENGE"})
    void ordersThatWereNotTakenAreFailures(Mood mood) {
        var admission = media.admit(SESSION, somebody());
        openVidu.isInA(mood);

        assertThatThrownBy(() -> media.disconnect(SESSION, admission.connectionId()))
                .isInstanceOf(MediaServerUnreachable.class);
        assertThatThrownBy(() -> media.signal(SESSION, "signal:chat", "{}")).isInstanceOf(MediaServerUnreachable.class);
        assertThatThrownBy(() -> media.close(SESSION)).isInstanceOf(MediaServerUnreachable.class);
    }

    @Test
    void nobodyListeningIsUnreachable() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var nowhere = mediaServer("http://localhost:" + port, OpenViduStandIn.SECRET, null);

        assertThatThrownBy(() -> nowhere.admit(SESSION, somebody())).isInstanceOf(MediaServerUnreachable.class);
    }

    @Test
    void aSecretThatDiffersIsNamedAsTheCause(CapturedOutput log) {
        var wrong = mediaServer(openVidu.url() + "/", "another-secret-than-theirs", null);

        assertThatThrownBy(() -> wrong.admit(SESSION, somebody())).isInstanceOf(MediaServerUnreachable.class);
        assertThat(log).contains("OPENVIDU_SECRET here differs");
        assertThatThrownBy(() -> wrong.signal(SESSION, "x", "{}")).isInstanceOf(MediaServerUnreachable.class);
        assertThat(openVidu.calls).hasSize(2);
    }

    @Test
    void noTokenIsLogged(CapturedOutput log) {
        var admission = media.admit(SESSION, somebody());
        media.sessions();

        assertThat(log).doesNotContain(admission.token()).doesNotContain("tok_");
        assertThat(admission.toString()).doesNotContain("tok_");
    }

    @Nested
    class BehindTls {

        @TempDir
        private Path folder;

        @Test
        void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
            try (var secured = OpenViduStandIn.start(new SelfSigned(folder, "localhost").context())) {
                var doubtful = mediaServer(secured.url(), OpenViduStandIn.SECRET, null);

                assertThatThrownBy(() -> doubtful.admit(SESSION, somebody()))
                        .isInstanceOf(MediaServerUnreachable.class);
                assertThat(secured.calls).isEmpty();
            }
        }

        @Test
        void aPrivateAuthorityIsTrustedWhenItIsNamed() throws Exception {
            var certificate = new SelfSigned(folder, "localhost");
            try (var secured = OpenViduStandIn.start(certificate.context())) {
                var trusting = mediaServer(secured.url(), OpenViduStandIn.SECRET, certificate.pem());

                assertThat(trusting.admit(SESSION, somebody()).token()).isNotBlank();
            }
        }

        @Test
        void aCertificateOfAnotherHostIsRefused() throws Exception {
            var certificate = new SelfSigned(folder, "media.example");
            try (var secured = OpenViduStandIn.start(certificate.context())) {
                var trusting = mediaServer(secured.url(), OpenViduStandIn.SECRET, certificate.pem());

                assertThatThrownBy(() -> trusting.admit(SESSION, somebody()))
                        .isInstanceOf(MediaServerUnreachable.class);
                assertThat(secured.calls).isEmpty();
            }
        }

        @Test
        void anAuthorityThatCantBeReadStopsTheStart() {
            assertThatThrownBy(() -> mediaServer("https://localhost", OpenViduStandIn.SECRET, folder.resolve("none")))
                    .hasMessageContaining("OPENVIDU_CA");
        }
    }

    private static ServerData somebody() {
        return new ServerData(UUID.randomUUID(), UUID.randomUUID(), "somebody");
    }

    private MediaServer mediaServer(String url, String secret, @Nullable Path ca) {
        var settings = new OpenViduSettings(
                URI.create(url),
                secret,
                WEBHOOK_SECRET,
                ca == null ? null : ca.toString(),
                Duration.ofSeconds(1),
                Duration.ofMillis(800));
        return new OpenViduMediaServer(
                settings, new ServerDataJson(new JsonMapper()), new MediaServerMeters(observations, meters));
    }
}
