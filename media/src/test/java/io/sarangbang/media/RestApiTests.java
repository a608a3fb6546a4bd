package io.sarangbang.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Java client does not show: headers, error bodies, and the calls it has no method for. */
class RestApiTests {

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic !!!", "Bearer only-for-tests-0123456789", "Basic T1BFTlZJRFVBUFA6"})
    void withoutTheSecretNothingIsTold(String authorization) {
        var request = server.request("/openvidu/api/sessions", "GET", "");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        var answer = RunningServer.send(request.build());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"Realm\"");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aPathThatDoesNotExistIsNotToldApartFromOneThatDoesWithoutTheSecret() {
        var answer = RunningServer.send(
                server.request("/openvidu/api/nothing", "GET", "").build());
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void thePublicAddressIsOpenToEverybody() {
        var answer = RunningServer.send(server.request("/openvidu/api/config/openvidu-publicurl", "GET", "")
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("http://localhost:4443");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void healthIsOpenToEverybodyAndTellsNoSecrets() {
        var session = server.session();
        try (var _ = server.joined(session, "PUBLISHER")) {
            var answer = RunningServer.send(server.request("/health", "GET", "").build());

            assertThat(answer.statusCode()).isEqualTo(200);
            var health = RunningServer.json(answer);
            assertThat(health.get("status").stringValue()).isEqualTo("UP");
            assertThat(health.get("version").stringValue()).isEqualTo("2.32.2");
            assertThat(health.get("connections").intValue()).isPositive();
            assertThat(health.get("selfCheck").isEmpty()).isFalse();
            assertThat(answer.body()).doesNotContain(RunningServer.SECRET).doesNotContain(session);
        }
    }

    @Test
    void itsNumbersAreThereForPrometheus() {
        var session = server.session();
        try (var _ = server.joined(session, "PUBLISHER")) {
            var answer =
                    RunningServer.send(server.request("/metrics", "GET", "").build());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(it -> assertThat(it).startsWith("text/plain"));
            assertThat(answer.body().lines())
                    .contains("media_healthy 1", "# TYPE media_packets_in_total counter")
                    .anyMatch(it -> it.matches("media_connections [1-9]\\d*"))
                    .allMatch(it -> it.matches("# (HELP|TYPE) [a-z_]+ .+|[a-z_]+ \\d+"));
            assertThat(answer.body()).doesNotContain(RunningServer.SECRET).doesNotContain(session);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /sessions                       | not json                               | 400",
                "POST | /sessions                       | []                                     | 400",
                "POST | /sessions                       | {\"customSessionId\":7}                | 400",
                "POST | /sessions                       | {\"customSessionId\":\"a/b\"}          | 400",
                "POST | /sessions                       | {\"mediaMode\":\"OTHER\"}              | 400",
                "POST | /sessions                       | {\"allowTranscoding\":\"yes\"}         | 400",
                "POST | /sessions                       | {\"unknown\":{\"a\":[1]}}              | 200",
                "GET  | /sessions/none                  |                                        | 404",
                "DELETE | /sessions/none                |                                        | 404",
                "POST | /sessions/none/connection       | {}                                     | 404",
                "GET  | /sessions/none/connection       |                                        | 404",
                "GET  | /sessions/none/connection/con_A |                                        | 400",
                "DELETE | /sessions/none/connection/con_A |                                      | 400",
                "DELETE | /sessions/none/stream/str_A   |                                        | 400",
                "POST | /sessions/empty/connection      | {\"role\":\"KING\"}                    | 400",
                "POST | /sessions/empty/connection      | {\"data\":7}                           | 400",
                "POST | /sessions/empty/connection      | {\"type\":\"OTHER\"}                   | 400",
                "POST | /sessions/empty/connection      | {\"kurentoOptions\":7}                 | 400",
                "POST | /sessions/empty/connection      | {\"customIceServers\":[{\"url\":\"http://x\"}]} | 400",
                "POST | /sessions/empty/connection      | {\"type\":null,\"data\":null,\"record\":null,\"role\":null} | 200",
                "POST | /sessions/empty/connection      |                                        | 200",
                "GET  | /sessions/empty/connection/con_A |                                       | 404",
                "DELETE | /sessions/empty/connection/con_A |                                     | 404",
                "DELETE | /sessions/empty/stream/str_A  |                                        | 404",
                "POST | /tokens                         | {}                                     | 400",
                "POST | /tokens                         | {\"session\":\"none\"}                 | 404",
                "POST | /signal                         | {}                                     | 400",
                "POST | /signal                         | {\"session\":\"none\"}                 | 404",
                "POST | /signal                         | {\"session\":\"empty\"}                | 406",
                "POST | /signal                         | {\"session\":\"empty\",\"to\":7}       | 400",
                "POST | /signal                         | {\"session\":\"empty\",\"to\":[7]}     | 400",
                "GET  | /nothing                        |                                        | 404",
                "PUT  | /sessions                       | {}                                     | 405"
            })
    void aCallIsAnsweredWithTheStatusOfTheRealServer(String method, String path, String body, int status) {
        server.rest("POST", "/sessions", "{\"customSessionId\":\"empty\"}");

        var answer = server.rest(method, path, body == null ? "" : body);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 400 && !answer.body().isEmpty()) {
            assertThat(RunningServer.json(answer).propertyNames())
                    .containsExactlyInAnyOrder("timestamp", "status", "error", "message", "path");
        }
    }

    @Test
    void aBodyLargerThanAnyHonestOneIsNotRead() {
        HttpResponse<String> answer = server.rest("POST", "/sessions", "{\"x\":\"" + "x".repeat(100_000) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aBackendSpeaksToEverybodyOrToSome() {
        var session = server.session();
        try (var one = server.joined(session, "SUBSCRIBER");
                var other = server.joined(session, "SUBSCRIBER")) {
            var id = one.connectionId();
            server.rest("POST", "/signal", "{\"session\":\"" + session + "\",\"type\":\"signal:a\",\"data\":\"1\"}");
            server.rest("POST", "/signal", "{\"session\":\"" + session + "\",\"to\":[\"" + id + "\"],\"data\":\"2\"}");
            var nobody = server.rest("POST", "/signal", "{\"session\":\"" + session + "\",\"to\":[\"con_X\"]}");

            assertThat(nobody.statusCode()).isEqualTo(406);
            Eventually.holds("both signals", () -> one.pushes("sendMessage").size() == 2);
            assertThat(one.pushes("sendMessage").getFirst().get("params").toString())
                    .isEqualTo("{\"data\":\"1\",\"type\":\"signal:a\"}");
            other.result("echo", Browser.params());
            assertThat(other.pushes("sendMessage")).hasSize(1);
        }
    }

    @Test
    void aSessionNobodyComesToIsDroppedInTime() {
        try (var tidy = RunningServer.tidying(Duration.ofMillis(20), Duration.ofSeconds(3))) {
            var forgotten = tidy.session();
            var used = tidy.session();
            try (var _ = tidy.joined(used, "SUBSCRIBER")) {
                Eventually.holds(
                        "the session is gone",
                        () -> tidy.rest("GET", "/sessions/" + forgotten, "").statusCode() == 404);
                assertThat(tidy.rest("GET", "/sessions/" + used, "").statusCode())
                        .isEqualTo(200);
            }
        }
    }
}
