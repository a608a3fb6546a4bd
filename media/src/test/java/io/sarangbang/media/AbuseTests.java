package io.sarangbang.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.media.rpc.RpcSettings;
import io.sarangbang.media.session.IceSettings;
import io.sarangbang.media.webhook.WebhookSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets that send what no browser sends, or do not read; the room goes on. */
class AbuseTests {

    private static RunningServer server;
    private String session;
    private Browser witness;

    @BeforeAll
    static void start() {
        server = RunningServer.with(limits(), WebhookSettings.none(), IceSettings.none());
    }

    private static RpcSettings limits() {
        var patient = RpcSettings.defaults();
        return new RpcSettings(
                patient.maxSilence(),
                patient.reconnectionGrace(),
                patient.joinWithin(),
                patient.sweepEvery(),
                patient.maxMessageBytes(),
                500,
                patient.messagesPerSecond(),
                300,
                1024 * 1024);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        session = server.session();
        witness = server.joined(session, "PUBLISHER");
    }

    @AfterEach
    void theRoomGoesOn() {
        try (var newcomer = server.joined(session, "PUBLISHER")) {
            assertThat(witness.pushed("participantJoined").get("id").isString()).isTrue();
            assertThat(newcomer.result("echo", Browser.params()).has("sessionId"))
                    .isTrue();
            witness.result("echo", Browser.params());
        } finally {
            witness.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense                                                     | -32700",
                "''                                                           | -32600",
                "{\"jsonrpc\":\"2.0\"                                         | -32700",
                "{} trailing                                                  | -32700",
                "[]                                                           | -32600",
                "7                                                            | -32600",
                "null                                                         | -32600",
                "{}                                                           | -32600",
                "{\"jsonrpc\":\"2.0\",\"method\":\"echo\"}                    | -32600",
                "{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"id\":{}}          | -32600",
                "{\"jsonrpc\":\"2.0\",\"method\":7,\"id\":900}                | -32600",
                "{\"jsonrpc\":\"1.0\",\"method\":\"echo\",\"id\":900}         | -32600",
                "{\"jsonrpc\":\"2.0\",\"method\":\"sendMessage\",\"params\":7,\"id\":900} | 999",
                "{\"jsonrpc\":\"2.0\",\"method\":\"sendMessage\",\"params\":{\"message\":7},\"id\":900} | 999",
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"params\":{\"interval\":1e999},\"id\":900} | 0"
            })
    void whatIsNoRequestIsAnsweredAsSuch(String message, int code) {
        var before = witness.received().size();
        witness.send(message);
        Eventually.holds("an answer", () -> witness.received().size() > before);
        assertThat(witness.received().getLast().path("error").path("code").intValue(0))
                .isEqualTo(code);
    }

    @Test
    void deepNestingIsNotFollowed() {
        witness.send("{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"id\":1,\"params\":" + "[".repeat(50_000));
        Eventually.holds("an answer", () -> witness.received().getLast().has("error"));
    }

    @Test
    void randomBytesBreakNothing() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            witness.send(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        assertThat(witness.result("echo", Browser.params()).has("sessionId")).isTrue();
    }

    @Test
    void aMessageLargerThanAnySdpClosesTheSocket() {
        try (var browser = server.joined(session, "PUBLISHER")) {
            browser.fling("{\"x\":\"" + "x".repeat(200_000) + "\"}");
            assertThat(browser.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void aFloodClosesTheSocket() {
        try (var browser = Browser.open(server.port())) {
            // One after another: what is unread when the socket closes may cost the code on its way back.
            var padded = Browser.params("padding", "x".repeat(30_000));
            for (int i = 0; i < 60 && !browser.isClosed(); i++) {
                int answers = i;
                browser.fling(Browser.request("ping", padded, i).toString());
                Eventually.holds(
                        "an answer or the end", () -> browser.received().size() > answers || browser.isClosed());
            }
            assertThat(browser.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void offersWithoutEndAreRefused() {
        var offer = Browser.params("stream", "str_X", "sdpString", "v=0");
        int code = 105;
        for (int i = 0; i < 300 && code == 105; i++) {
            code = witness.errorCode("reconnectStream", offer);
        }
        assertThat(code).isEqualTo(999);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100_000})
    void binaryClosesTheSocket(int size) {
        var browser = new CloseCode();
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + server.port() + "/openvidu"), browser)
                .join();
        socket.sendBinary(ByteBuffer.allocate(size), true)
                .exceptionally(_ -> socket)
                .join();
        Eventually.holds("closed", () -> browser.code != 0);
        assertThat(browser.code).isIn(1003, 1009);
    }

    @Test
    void whoDoesNotReadIsCutOffAndHoldsNobodyUp() {
        var deaf = new Deaf();
        var token = server.token(session, "SUBSCRIBER");
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + server.port() + "/openvidu"), deaf)
                .join();
        socket.sendText(
                        Browser.request("joinRoom", Browser.joining(session, token), 1)
                                .toString(),
                        true)
                .join();
        witness.pushed("participantJoined");
        var open = server.server().rpc().openSockets();
        var signal = "{\"session\":\"" + session + "\",\"data\":\"" + "x".repeat(60_000) + "\"}";
        Eventually.holds("the deaf socket is cut", () -> {
            assertThat(server.rest("POST", "/signal", signal).statusCode()).isEqualTo(200);
            return server.server().rpc().openSockets() < open;
        });
        socket.abort();
    }

    /** Never asks for a message. */
    private static final class Deaf implements WebSocket.Listener {
        @Override
        public void onOpen(WebSocket socket) {}
    }

    private static final class CloseCode implements WebSocket.Listener {
        private volatile int code;

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int closed, String reason) {
            code = closed;
            return null;
        }
    }
}
