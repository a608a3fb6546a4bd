package io.sarangbang.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvidu.java.client.OpenVidu;
import io.sarangbang.media.rpc.RpcSettings;
import io.sarangbang.media.rtc.MediaSettings;
import io.sarangbang.media.session.IceSettings;
import io.sarangbang.media.session.PublicAddress;
import io.sarangbang.media.webhook.WebhookSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A media server on free ports, and the ways a backend reaches it. */
final class RunningServer implements AutoCloseable {

    static final String SECRET = "only-for-tests-0123456789";
    static final RpcSettings IMPATIENT = new RpcSettings(
            Duration.ofMillis(1500),
            Duration.ofMillis(700),
            Duration.ofMillis(2500),
            Duration.ofMillis(20),
            128 * 1024,
            500,
            100,
            200,
            1024 * 1024);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final MediaServer server;

    private RunningServer(ServerSettings settings) {
        try {
            server = new MediaServer(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RunningServer start() {
        return with(RpcSettings.defaults(), WebhookSettings.none(), IceSettings.none());
    }

    static RunningServer impatient() {
        return with(IMPATIENT, WebhookSettings.none(), IceSettings.none());
    }

    static RunningServer telling(WebhookSettings webhook) {
        return with(RpcSettings.defaults(), webhook, IceSettings.none());
    }

    static RunningServer with(RpcSettings rpc, WebhookSettings webhook, IceSettings ice) {
        return new RunningServer(settings(0, rpc, webhook, ice, Duration.ofSeconds(900), Duration.ofSeconds(3600)));
    }

    static RunningServer tidying(Duration every, Duration age) {
        return new RunningServer(
                settings(0, RpcSettings.defaults(), WebhookSettings.none(), IceSettings.none(), every, age));
    }

    static RunningServer onPort(int port) {
        return new RunningServer(settings(
                port,
                RpcSettings.defaults(),
                WebhookSettings.none(),
                IceSettings.none(),
                Duration.ZERO,
                Duration.ZERO));
    }

    /** The address is that of the recorded server, so that tokens can be compared; tests connect to the real port. */
    private static ServerSettings settings(
            int port, RpcSettings rpc, WebhookSettings webhook, IceSettings ice, Duration every, Duration age) {
        return new ServerSettings(
                "localhost",
                port,
                SECRET,
                new PublicAddress("localhost", 4443, true),
                new MediaSettings(0, List.of("127.0.0.1"), List.of(), false, 1000),
                ice,
                webhook,
                rpc,
                every,
                age);
    }

    int port() {
        return server.port();
    }

    MediaServer server() {
        return server;
    }

    OpenVidu javaClient() {
        return new OpenVidu("http://localhost:" + port(), SECRET);
    }

    /** Opens a session and returns its id. */
    String session() {
        return json(rest("POST", "/sessions", "{}")).get("id").stringValue();
    }

    /** Makes a connection and returns its token. */
    String token(String session, String role) {
        var made = rest("POST", "/sessions/" + session + "/connection", "{\"role\":\"" + role + "\"}");
        return json(made).get("token").stringValue();
    }

    Browser joined(String session, String role) {
        return Browser.joined(port(), session, token(session, role));
    }

    HttpResponse<String> rest(String method, String path, String body) {
        return send(request("/openvidu/api" + path, method, body)
                .header("Authorization", basic("OPENVIDUAPP:" + SECRET))
                .build());
    }

    HttpRequest.Builder request(String path, String method, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    static String basic(String account) {
        return "Basic " + Base64.getEncoder().encodeToString(account.getBytes(UTF_8));
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return Browser.JSON.readTree(response.body());
    }

    static String offer(String kind) {
        try (var in = RunningServer.class.getResourceAsStream("/chromium-" + kind + "-offer.sdp")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
