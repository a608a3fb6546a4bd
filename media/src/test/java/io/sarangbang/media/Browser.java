package io.sarangbang.media;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The WebSocket side of openvidu-browser. */
final class Browser implements WebSocket.Listener, AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final AtomicInteger nextId = new AtomicInteger();
    private final WebSocket socket;
    private volatile JsonNode welcome = JsonNodeFactory.instance.objectNode();
    private volatile int closeCode;
    private volatile boolean failed;

    private Browser(int port) {
        socket = HTTP.newWebSocketBuilder()
                .header("Origin", "https://elsewhere.example")
                .buildAsync(URI.create("ws://localhost:" + port + "/openvidu?sessionId=x"), this)
                .join();
    }

    static Browser open(int port) {
        return new Browser(port);
    }

    /** Opens a socket, pings as openvidu-browser does, and joins with a token. */
    static Browser joined(int port, String session, String token) {
        var browser = open(port);
        browser.call("ping", params("interval", 5000));
        browser.welcome = browser.result("joinRoom", joining(session, token));
        return browser;
    }

    static ObjectNode joining(String session, String token) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("token", token)
                .put("session", session)
                .put("platform", "Test")
                .put("sdkVersion", "2.32.2")
                .put("metadata", "")
                .put("secret", "")
                .put("recorder", false)
                .put("stt", false);
    }

    static ObjectNode params(Object... pairs) {
        var params = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < pairs.length; i += 2) {
            params.set((String) pairs[i], JSON.valueToTree(pairs[i + 1]));
        }
        return params;
    }

    static ObjectNode publishing(String offer) {
        return params(
                "doLoopback", false,
                "hasAudio", true,
                "hasVideo", true,
                "audioActive", true,
                "videoActive", true,
                "typeOfVideo", "CAMERA",
                "frameRate", 15,
                "videoDimensions", "{\"width\":320,\"height\":240}",
                "sdpOffer", offer);
    }

    /** Calls a method and waits for the whole answer. */
    JsonNode call(String method, ObjectNode params) {
        var id = nextId.getAndIncrement();
        send(request(method, params, id).toString());
        return answer(id);
    }

    JsonNode result(String method, ObjectNode params) {
        var answer = call(method, params);
        if (!answer.has("result")) {
            throw new AssertionError(method + " failed: " + answer);
        }
        return answer.get("result");
    }

    int errorCode(String method, ObjectNode params) {
        var answer = call(method, params);
        if (!answer.has("error")) {
            throw new AssertionError(method + " succeeded: " + answer);
        }
        return answer.get("error").get("code").intValue();
    }

    static ObjectNode request(String method, ObjectNode params, int id) {
        var request =
                JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("method", method);
        request.set("params", params);
        return request.put("id", id);
    }

    void send(String message) {
        socket.sendText(message, true).join();
    }

    /** Sends without caring whether the server still reads. */
    void fling(String message) {
        socket.sendText(message, true).exceptionally(_ -> socket).join();
    }

    JsonNode answer(int id) {
        Eventually.holds(() -> "answer " + id + ", got " + received, () -> find(id).isPresent());
        return find(id).orElseThrow();
    }

    private Optional<JsonNode> find(int id) {
        return received.stream()
                .filter(message -> message.path("id").intValue(-1) == id)
                .findFirst();
    }

    /** Waits for a push of this kind. */
    JsonNode pushed(String method) {
        Eventually.holds(
                () -> method + ", got " + received, () -> !pushes(method).isEmpty());
        return pushes(method).getFirst().get("params");
    }

    List<JsonNode> pushes(String method) {
        return received.stream()
                .filter(message -> method.equals(message.path("method").stringValue("")))
                .toList();
    }

    List<JsonNode> received() {
        return received;
    }

    /** What joining was answered. */
    JsonNode welcome() {
        return welcome;
    }

    String connectionId() {
        return welcome.get("id").stringValue();
    }

    /** What this browser proves itself with when it comes back. */
    String rpcSession() {
        return welcome.get("sessionId").stringValue();
    }

    int closeCode() {
        Eventually.holds("socket closed", () -> closeCode != 0 || failed);
        return closeCode;
    }

    boolean isClosed() {
        return closeCode != 0 || failed;
    }

    /** The network goes away: no closing handshake. */
    void vanish() {
        socket.abort();
    }

    void closeNormally() {
        socket.sendClose(4102, "Connection closed by client");
    }

    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            received.add(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable cause) {
        failed = true;
    }
}
