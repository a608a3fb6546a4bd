package io.sarangbang.rooms.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks as much of OpenVidu's REST API as room-service uses, with the members its Java client can't do without. */
public final class OpenViduStandIn implements AutoCloseable {

    public static final String SECRET = "stand-in-secret-of-openvidu";

    /** How it misbehaves. */
    public enum Mood {
        WELL,
        HANGS_UP,
        SLOW,
        FAILS,
        TALKS_HTML,
        LEAVES_OUT_MEMBERS,
        ANSWERS_EMPTY,
        REFUSES_WITHOUT_CHALLENGE
    }

    public record Call(String method, String path, @Nullable String authorization, JsonNode body) {}

    public record Signal(String session, String type, JsonNode data) {}

    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private volatile Mood mood = Mood.WELL;

    /** When set, answers before anything else; for races that need a certain moment. */
    private volatile @Nullable BiFunction<String, String, @Nullable Integer> interruption;

    private volatile @Nullable Consumer<String> onAdmission;

    public final List<Call> calls = new CopyOnWriteArrayList<>();
    public final List<Signal> signals = new CopyOnWriteArrayList<>();

    private static final class Session {
        final long createdAt = System.currentTimeMillis();
        final Map<String, Connection> connections = new ConcurrentHashMap<>();
    }

    private static final class Connection {
        final String data;
        final String role;
        final long createdAt = System.currentTimeMillis();
        volatile boolean active;

        Connection(String data, String role) {
            this.data = data;
            this.role = role;
        }
    }

    private OpenViduStandIn(HttpServer server) {
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/openvidu/api/", this::handle);
        server.start();
    }

    public static OpenViduStandIn start() {
        try {
            return new OpenViduStandIn(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static OpenViduStandIn start(SSLContext tls) throws IOException {
        var server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new OpenViduStandIn(server);
    }

    public String url() {
        var scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    public void isInA(Mood newMood) {
        mood = newMood;
    }

    public void interruptedBy(@Nullable BiFunction<String, String, @Nullable Integer> answer) {
        interruption = answer;
    }

    /** What happens once between a connection being made and its maker being told; is given the answer on its way. */
    public void beforeTheNextAdmission(Consumer<String> event) {
        onAdmission = event;
    }

    /** Forgets everything, as a restart does. */
    public void restarts() {
        sessions.clear();
    }

    public void calmsDown() {
        mood = Mood.WELL;
        interruption = null;
        onAdmission = null;
        sessions.clear();
        calls.clear();
        signals.clear();
    }

    public boolean has(String session) {
        return sessions.containsKey(session);
    }

    public boolean has(String session, String connection) {
        return has(session) && sessions.get(session).connections.containsKey(connection);
    }

    /** A browser uses the connection's token. */
    public void isUsed(String session, String connection) {
        sessions.get(session).connections.get(connection).active = true;
    }

    public void loses(String session, String connection) {
        sessions.get(session).connections.remove(connection);
    }

    public void loses(String session) {
        sessions.remove(session);
    }

    public void gets(String session) {
        sessions.put(session, new Session());
    }

    public String getsConnection(String session, String data) {
        return connect(session, data, "PUBLISHER");
    }

    public List<String> roles(String session) {
        return sessions.get(session).connections.values().stream()
                .map(it -> it.role)
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String connect(String session, String data, String role) {
        var id = "con_" + ids.incrementAndGet();
        sessions.get(session).connections.put(id, new Connection(data, role));
        return id;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring("/openvidu/api".length());
            var method = exchange.getRequestMethod();
            var bytes = exchange.getRequestBody().readAllBytes();
            var body = bytes.length == 0 || method.equals("DELETE") ? json.createObjectNode() : json.readTree(bytes);
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            calls.add(new Call(method, path, authorization, body));
            if (!misbehaves(exchange, method, path)) {
                behave(exchange, method, path, authorization, body);
            }
        }
    }

    private boolean misbehaves(HttpExchange exchange, String method, String path) throws IOException {
        var interrupting = interruption;
        var status = interrupting == null ? null : interrupting.apply(method, path);
        if (status != null) {
            answer(exchange, status, "");
            return true;
        }
        switch (mood) {
            case WELL, LEAVES_OUT_MEMBERS -> {
                return false;
            }
            case HANGS_UP -> exchange.close();
            case SLOW -> pause();
            case FAILS -> answer(exchange, 500, "{\"status\":500}");
            case TALKS_HTML -> answer(exchange, 200, "<html><body>502 Bad Gateway</body></html>");
            case ANSWERS_EMPTY -> answer(exchange, 200, "{}");
            case REFUSES_WITHOUT_CHALLENGE -> answer(exchange, 401, "");
        }
        return true;
    }

    /** Longer than any caller's patience in the tests; the wait is the behaviour here. */
    private static void pause() {
        try {
            new java.util.concurrent.CountDownLatch(1).await(3, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void behave(
            HttpExchange exchange, String method, String path, @Nullable String authorization, JsonNode body)
            throws IOException {
        var expected = "Basic " + Base64.getEncoder().encodeToString(("OPENVIDUAPP:" + SECRET).getBytes());
        if (!expected.equals(authorization)) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"Realm\"");
            answer(exchange, 401, "");
            return;
        }
        var parts = path.substring(1).split("/");
        switch (method + " " + parts[0] + "/" + parts.length) {
            case "POST sessions/1" ->
                makeSession(exchange, body.path("customSessionId").asString());
            case "GET sessions/1" -> answer(exchange, 200, sessionList());
            case "GET sessions/2" -> answerWhere(exchange, has(parts[1]), () -> session(parts[1]));
            case "DELETE sessions/2" -> answer(exchange, sessions.remove(parts[1]) == null ? 404 : 204, "");
            case "POST sessions/3" -> answerWhere(exchange, has(parts[1]), () -> makeConnection(parts[1], body));
            case "DELETE sessions/4" -> answer(exchange, disconnect(parts[1], parts[3]), "");
            case "POST signal/1" -> signal(exchange, body);
            default -> answer(exchange, 405, "");
        }
    }

    private void makeSession(HttpExchange exchange, String id) throws IOException {
        if (sessions.putIfAbsent(id, new Session()) != null) {
            answer(exchange, 409, "");
        } else {
            answer(exchange, 200, session(id));
        }
    }

    private String makeConnection(String session, JsonNode body) {
        var id = connect(
                session, body.path("data").asString(""), body.path("role").asString());
        var answer = connection(session, id);
        var listener = onAdmission;
        if (listener != null) {
            onAdmission = null;
            listener.accept(answer);
        }
        return answer;
    }

    private int disconnect(String session, String connection) {
        if (!has(session)) {
            return 400;
        }
        return sessions.get(session).connections.remove(connection) == null ? 404 : 204;
    }

    private void signal(HttpExchange exchange, JsonNode body) throws IOException {
        var session = body.path("session").asString();
        if (!has(session)) {
            answer(exchange, 404, "");
        } else if (sessions.get(session).connections.values().stream().noneMatch(it -> it.active)) {
            answer(exchange, 406, "");
        } else {
            signals.add(new Signal(
                    session,
                    body.path("type").asString(),
                    json.readTree(body.path("data").asString())));
            answer(exchange, 200, "");
        }
    }

    private String sessionList() {
        var content = sessions.keySet().stream().map(this::session).toList();
        return "{\"numberOfElements\":%d,\"content\":[%s]}".formatted(content.size(), String.join(",", content));
    }

    private String session(String id) {
        var session = sessions.get(id);
        var connections = session.connections.keySet().stream()
                .map(it -> connection(id, it))
                .toList();
        return """
                {"id":"%1$s","object":"session","sessionId":"%1$s","createdAt":%2$d,"recording":false,"broadcasting":false,\
                "mediaMode":"ROUTED","recordingMode":"MANUAL","customSessionId":"%1$s","allowTranscoding":false,\
                "forcedVideoCodec":"MEDIA_SERVER_PREFERRED","connections":{"numberOfElements":%3$d,"content":[%4$s]}}""".formatted(id, session.createdAt, connections.size(), String.join(",", connections));
    }

    private String connection(String session, String id) {
        var connection = sessions.get(session).connections.get(id);
        var streams = connection.active ? "[]" : "null";
        var all = """
                {"id":"%1$s","object":"connection","connectionId":"%1$s","sessionId":"%2$s","status":"%3$s",\
                "createdAt":%4$d,"type":"WEBRTC","record":true,"role":"%5$s","kurentoOptions":null,"customIceServers":[],\
                "serverData":%6$s,"token":"wss://media.example:4443?sessionId=%2$s&token=tok_%1$s","activeAt":null,\
                "location":null,"ip":null,"platform":null,"clientData":null,"publishers":%7$s,"subscribers":%7$s}""".formatted(
                        id,
                        session,
                        connection.active ? "active" : "pending",
                        connection.createdAt,
                        connection.role,
                        json.writeValueAsString(connection.data),
                        streams);
        return mood == Mood.LEAVES_OUT_MEMBERS ? all.replace("\"publishers\":" + streams + ",", "") : all;
    }

    private interface Content {
        String get();
    }

    private static void answerWhere(HttpExchange exchange, boolean found, Content content) throws IOException {
        answer(exchange, found ? 200 : 404, found ? content.get() : "");
    }

    private static void answer(HttpExchange exchange, int status, String content) throws IOException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
