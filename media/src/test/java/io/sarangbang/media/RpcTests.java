package io.sarangbang.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Methods, roles and error codes; the recorded conversation covers what goes well. */
class RpcTests {

    private static RunningServer server;
    private String session;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        session = server.session();
    }

    @ParameterizedTest
    @ValueSource(strings = {"publishVideo", "echo", "leaveRoom", "onIceCandidate", "sendMessage", "nonsense"})
    void nothingButPingAndReconnectionComesBeforeJoining(String method) {
        try (var browser = Browser.open(server.port())) {
            assertThat(browser.errorCode(method, Browser.params())).isEqualTo(803);
            assertThat(browser.result("ping", Browser.params("interval", 5000)).toString())
                    .isEqualTo("{\"value\":\"pong\"}");
        }
    }

    @Test
    void aTokenOpensOneSessionOnceOnly() {
        var token = server.token(session, "PUBLISHER");
        try (var _ = Browser.joined(server.port(), session, token);
                var late = Browser.open(server.port())) {
            assertThat(late.errorCode("joinRoom", Browser.joining(session, token)))
                    .isEqualTo(401);
            assertThat(late.errorCode("joinRoom", Browser.joining("none", token)))
                    .isEqualTo(202);
            var foreign = server.token(server.session(), "PUBLISHER");
            assertThat(late.errorCode("joinRoom", Browser.joining(session, foreign)))
                    .isEqualTo(401);
            assertThat(late.errorCode("joinRoom", Browser.params())).isEqualTo(202);
        }
    }

    @Test
    void theSecretOfTheServerIsNoWayIn() {
        try (var browser = Browser.open(server.port())) {
            var joining = Browser.joining(session, "")
                    .put("secret", RunningServer.SECRET)
                    .put("recorder", true);
            assertThat(browser.errorCode("joinRoom", joining)).isEqualTo(401);
        }
    }

    @Test
    void aSocketJoinsOnceAndMayJoinAgainAfterLeaving() {
        try (var browser = server.joined(session, "PUBLISHER");
                var _ = server.joined(session, "PUBLISHER")) {
            var again = Browser.joining(session, server.token(session, "PUBLISHER"));
            assertThat(browser.errorCode("joinRoom", again)).isEqualTo(104);
            browser.result("leaveRoom", Browser.params());
            assertThat(browser.errorCode("echo", Browser.params())).isEqualTo(803);
            assertThat(browser.result("joinRoom", again).get("value").size()).isEqualTo(1);
        }
    }

    @Test
    void metadataTooLongIsRefusedAndCostsNoToken() {
        var token = server.token(session, "PUBLISHER");
        try (var browser = Browser.open(server.port())) {
            var joining = Browser.joining(session, token);
            var bloated = joining.deepCopy().put("metadata", "x".repeat(20_000));
            assertThat(browser.errorCode("joinRoom", bloated)).isEqualTo(500);
            assertThat(browser.result("joinRoom", joining).has("id")).isTrue();
        }
    }

    @Test
    void withoutTurnBrowsersAreToldOurOwnStun() {
        try (var browser = server.joined(session, "PUBLISHER")) {
            var servers = browser.welcome().get("customIceServers");
            assertThat(servers.size()).isEqualTo(1);
            assertThat(servers.get(0).get("url").stringValue()).matches("stun:localhost:\\d+");
        }
    }

    @ParameterizedTest
    @CsvSource({"SUBSCRIBER", "PUBLISHER"})
    void onlyModeratorsForceAnything(String role) {
        try (var other = server.joined(session, "PUBLISHER");
                var browser = server.joined(session, role)) {
            var id = other.connectionId();
            var stream = publish(other);
            assertThat(browser.errorCode("forceDisconnect", Browser.params("connectionId", id)))
                    .isEqualTo(401);
            assertThat(browser.errorCode("forceUnpublish", Browser.params("streamId", stream)))
                    .isEqualTo(401);
            assertThat(browser.errorCode("applyFilter", Browser.params("streamId", stream)))
                    .isEqualTo(401);
            other.result("echo", Browser.params());
            assertThat(other.pushes("participantEvicted")).isEmpty();
        }
    }

    @Test
    void aModeratorIsToldWhatDoesNotExist() {
        try (var browser = server.joined(session, "MODERATOR")) {
            assertThat(browser.errorCode("forceDisconnect", Browser.params("connectionId", "con_X")))
                    .isEqualTo(102);
            assertThat(browser.errorCode("forceUnpublish", Browser.params("streamId", "str_X")))
                    .isEqualTo(105);
            assertThat(browser.errorCode("applyFilter", Browser.params("streamId", "str_X")))
                    .isEqualTo(406);
            assertThat(browser.errorCode("noSuchMethod", Browser.params())).isEqualTo(-32601);
            assertThat(browser.errorCode("prepareReceiveVideoFrom", Browser.params("sender", "str_X")))
                    .isEqualTo(999);
        }
    }

    @Test
    void streamsArePublishedAndWatchedByTheRules() {
        try (var browser = server.joined(session, "PUBLISHER");
                var other = server.joined(session, "PUBLISHER")) {
            var stream = publish(browser);
            var watching = Browser.params("sender", stream, "sdpOffer", RunningServer.offer("subscribe"));
            assertThat(browser.errorCode("publishVideo", Browser.publishing(RunningServer.offer("publish"))))
                    .isEqualTo(106);
            assertThat(other.errorCode("publishVideo", Browser.publishing("nonsense")))
                    .isEqualTo(302);
            assertThat(other.errorCode("receiveVideoFrom", watching.deepCopy().put("sdpOffer", "nonsense")))
                    .isEqualTo(302);
            assertThat(other.errorCode("receiveVideoFrom", watching.deepCopy().put("sender", "str_X")))
                    .isEqualTo(105);
            assertThat(other.result("receiveVideoFrom", watching)
                            .get("sdpAnswer")
                            .stringValue())
                    .startsWith("v=0");
            assertThat(other.result("receiveVideoFrom", watching).has("sdpAnswer"))
                    .isTrue();
            assertThat(other.errorCode("unpublishVideo", Browser.params())).isEqualTo(105);
            other.result("unsubscribeFromVideo", Browser.params("sender", "con_X"));
            assertThat(other.errorCode("publishVideo", Browser.params("hasAudio", "yes")))
                    .isEqualTo(999);
        }
    }

    @Test
    void anOfferWithoutTheCodecWeForwardIsRefusedAsSuch() {
        try (var browser = server.joined(session, "PUBLISHER")) {
            var offer = RunningServer.offer("publish").replace("VP8/90000", "AV1/90000");
            assertThat(browser.errorCode("publishVideo", Browser.publishing(offer)))
                    .isEqualTo(800);
            publish(browser); // having been refused once, it may try again
        }
    }

    @Test
    void lateAndUnknownIceCandidatesAreSwallowed() {
        try (var browser = server.joined(session, "SUBSCRIBER")) {
            var candidate = Browser.params("endpointName", "con_X", "candidate", "", "sdpMid", "0", "sdpMLineIndex", 0);
            assertThat(browser.result("onIceCandidate", candidate).has("sessionId"))
                    .isTrue();
        }
    }

    @Test
    void aChangeIsKeptForThoseWhoJoinLater() {
        try (var browser = server.joined(session, "PUBLISHER")) {
            var stream = publish(browser);
            browser.result("streamPropertyChanged", change(stream, "audioActive", false));
            browser.result("streamPropertyChanged", change(stream, "videoDimensions", "{\"width\":1,\"height\":2}"));
            assertThat(browser.errorCode("streamPropertyChanged", change("str_X", "audioActive", false)))
                    .isEqualTo(105);
            try (var late = server.joined(session, "SUBSCRIBER")) {
                var seen = late.welcome().get("value").get(0).get("streams").get(0);
                assertThat(seen.get("audioActive").booleanValue()).isFalse();
                assertThat(seen.get("videoActive").booleanValue()).isTrue();
                assertThat(seen.get("videoDimensions").stringValue()).isEqualTo("{\"width\":1,\"height\":2}");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json                    | 600",
                "[]                          | 600",
                "{\"to\":7}                  | 600",
                "{\"to\":[7]}                | 600",
                "{\"data\":{}}               | 600",
                "{\"to\":[\"con_X\"]}        | 601"
            })
    void aBadSignalIsRefused(String message, int code) {
        try (var browser = server.joined(session, "SUBSCRIBER")) {
            assertThat(browser.errorCode("sendMessage", Browser.params("message", message)))
                    .isEqualTo(code);
        }
    }

    @Test
    void closingASessionEvictsEverybodyAndSaysNothingElse() {
        try (var one = server.joined(session, "PUBLISHER");
                var other = server.joined(session, "PUBLISHER")) {
            one.pushed("participantJoined");
            server.rest("DELETE", "/sessions/" + session, "");

            for (var browser : List.of(one, other)) {
                assertThat(browser.pushed("participantEvicted").get("reason").stringValue())
                        .isEqualTo("sessionClosedByServer");
                assertThat(browser.pushes("participantEvicted")).hasSize(1);
                assertThat(browser.pushes("participantLeft")).isEmpty();
            }
        }
    }

    @Test
    void theWebSocketIsNowhereElse() {
        var opening = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + server.port() + "/elsewhere"), new WebSocket.Listener() {});
        assertThat(opening).failsWithin(Duration.ofSeconds(5));
    }

    private static String publish(Browser browser) {
        return browser.result("publishVideo", Browser.publishing(RunningServer.offer("publish")))
                .get("id")
                .stringValue();
    }

    private static ObjectNode change(String stream, String property, Object value) {
        return Browser.params("streamId", stream, "property", property, "newValue", value, "reason", "test");
    }
}
