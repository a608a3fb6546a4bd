package io.sarangbang.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.OnStage;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignallingDoorTests extends OnStage {

    private static final String[] HANDSHAKE = {
        "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };

    @Test
    void messagesPassBothWaysAndTheMediaServerSeesTheQuery() throws Exception {
        try (var browser = new Browser("?sessionId=ses_a&token=tok_b%3D", "http://rooms.example.test:8080")) {
            assertThat(browser.next()).isEqualTo("/openvidu?sessionId=ses_a&token=tok_b%3D");

            browser.socket.sendText("hello", true).join();

            assertThat(browser.next()).isEqualTo("echo hello");
        }
    }

    @Test
    void noFirstMessageIsLostHoweverSoonItComes() throws Exception {
        try (var people = Executors.newFixedThreadPool(5)) {
            Callable<String> hello = this::sayHelloAtOnce;
            var answers = people.invokeAll(Collections.nCopies(400, hello));

            for (var answer : answers) {
                assertThat(answer.get()).contains("echo hello");
            }
        }
    }

    /** A browser without manners: its first message leaves in the moment that the handshake's answer is read. */
    private String sayHelloAtOnce() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(3_000);
            var request = "GET /openvidu HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                    + String.join("\r\n", HANDSHAKE);
            socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var heard = new StringBuilder();
            readUntil(socket, heard, "\r\n\r\n");
            socket.getOutputStream().write(new byte[] {(byte) 0x81, (byte) 0x85, 0, 0, 0, 0, 'h', 'e', 'l', 'l', 'o'});
            readUntil(socket, heard, "echo hello");
            return heard.toString();
        }
    }

    private static void readUntil(Socket socket, StringBuilder heard, String end) throws IOException {
        while (heard.indexOf(end) < 0) {
            heard.append((char) socket.getInputStream().read());
        }
    }

    @Test
    void anSdpOfHundredsOfKilobytesPasses() throws Exception {
        try (var browser = new Browser("", "http://localhost:" + port)) {
            browser.next();
            // The tests' own server reads frames of 64 KiB at most, so a long message is cut as a browser may cut it.
            browser.socket.sendText("x".repeat(60_000), true).join();

            assertThat(browser.next()).hasSize(60_005);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1008, 4001})
    void theMediaServersReasonForClosingReachesTheBrowser(int code) throws Exception {
        try (var browser = new Browser("", null)) {
            browser.next();
            browser.socket.sendText("close " + code, true).join();

            assertThat(browser.closed.get(5, TimeUnit.SECONDS)).isEqualTo(code + " as asked");
        }
    }

    @Test
    void cookiesStayHere() throws Exception {
        var before = MEDIA.asked().size();
        try (var browser = new Browser("", null)) {
            browser.next();
            assertThat(MEDIA.asked().subList(before, MEDIA.asked().size())).containsExactly("WS null");
        }
    }

    @Test
    void anotherSitesHandshakeIsRefused() {
        assertThat(wire.get("/openvidu", with("Origin: http://evil.example")).problem())
                .isEqualTo("/problems/cross-site-request 403");
        assertThat(wire.get("/openvidu", with("Origin: null")).problem()).isEqualTo("/problems/cross-site-request 403");
    }

    @Test
    void whatIsNoHandshakeIsToldWhatToSpeak() {
        var answer = wire.get("/openvidu?sessionId=a");

        assertThat(answer.problem()).isEqualTo("/problems/upgrade-required 426");
        assertThat(answer.header("Upgrade")).isEqualTo("websocket");
    }

    @Test
    void aHandshakeThatIsNoneIsRefusedAsAProblem() {
        assertThat(wire.get("/openvidu", "Upgrade: websocket").problem()).isEqualTo("/problems/malformed-request 400");
        assertThat(wire.post("/openvidu", "", with()).status()).isGreaterThanOrEqualTo(400);
    }

    private static String[] with(String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(HANDSHAKE), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private final class Browser implements WebSocket.Listener, AutoCloseable {

        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final CompletableFuture<String> closed = new CompletableFuture<>();
        private final StringBuilder message = new StringBuilder();
        private final HttpClient http = HttpClient.newHttpClient();
        private final WebSocket socket;

        Browser(String query, String origin) {
            var builder = http.newWebSocketBuilder().header("Cookie", "sb_access=mine");
            if (origin != null) {
                builder.header("Origin", origin);
            }
            socket = builder.buildAsync(URI.create("ws://localhost:" + port + "/openvidu" + query), this)
                    .join();
        }

        String next() throws InterruptedException {
            return messages.poll(5, TimeUnit.SECONDS);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                messages.add(message.toString());
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code + " " + reason);
            return null;
        }

        @Override
        public void close() {
            socket.abort();
            http.shutdownNow();
        }
    }
}
