package io.sarangbang.doctor.signalling;

import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.wire.Wire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON-RPC as openvidu-browser speaks it, over one WebSocket. */
public final class Conversation implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WebSocket socket;
    private int nextId;

    private Conversation(WebSocket socket) {
        this.socket = socket;
    }

    public static Conversation open(Installation installation, String session) throws IOException {
        var uri = address(installation, session);
        return new Conversation(WebSocket.open(
                new Wire(installation).open(uri), uri, installation.publicUrl().toString()));
    }

    /** Where browsers open the WebSocket, whatever path the token has. */
    private static URI address(Installation installation, String session) {
        var page = installation.publicUrl();
        var scheme = Wire.isSecure(page) ? "wss" : "ws";
        return URI.create(scheme + "://" + page.getAuthority() + "/openvidu?sessionId=" + session);
    }

    /** Joins with a token, as a browser does at once after its first ping; what the server welcomes it with. */
    public JsonNode join(String session, String token) throws IOException {
        ping();
        return ask(
                "joinRoom",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("token", token)
                        .put("session", session)
                        .put("platform", "doctor")
                        .put("sdkVersion", "2.32.2")
                        .put("metadata", "")
                        .put("secret", "")
                        .put("recorder", false)
                        .put("stt", false));
    }

    /** Whether the first ping of a browser is answered as one expects. */
    boolean ping() throws IOException {
        var answer = ask("ping", JsonNodeFactory.instance.objectNode().put("interval", 5000));
        return answer.path("value").asString("").equals("pong");
    }

    /** Asks and waits for the answer; whatever is told meanwhile is not for us. */
    public JsonNode ask(String method, ObjectNode params) throws IOException {
        int id = nextId++;
        var request =
                JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("method", method);
        request.set("params", params);
        socket.send(request.put("id", id).toString());
        var answer = answer(id);
        if (answer.has("error")) {
            throw new IOException(method + " was refused: "
                    + answer.path("error").path("message").asString(""));
        }
        return answer.path("result");
    }

    private JsonNode answer(int id) throws IOException {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            var message = JSON.readTree(socket.receive(Duration.between(Instant.now(), end)));
            if (message.path("id").asInt(-1) == id && !message.has("method")) {
                return message;
            }
        }
        throw new SocketTimeoutException("no answer in time");
    }

    /** What is told within a while. */
    public List<JsonNode> listen(Duration time) throws IOException {
        var told = new ArrayList<JsonNode>();
        var end = Instant.now().plus(time);
        try {
            while (Instant.now().isBefore(end)) {
                told.add(JSON.readTree(socket.receive(Duration.between(Instant.now(), end))));
            }
        } catch (SocketTimeoutException silent) {
            // then that was all
        }
        return told;
    }

    /** Says nothing for a while; fails when the other side ends it meanwhile. */
    void stayIdle(Duration time) throws IOException {
        try {
            socket.receive(time);
        } catch (SocketTimeoutException stillOpen) {
            // that is what was hoped for
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
