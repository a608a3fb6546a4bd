package io.sarangbang.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Kakao and Naver as social-login facts describe them, as far as this service sees them; answers can be scripted. */
public final class FakeProviders {

    /** With characters that a form must escape. */
    public static final String SECRET = "s3cr+t/&= of the app";

    public record Answer(int status, String body) {}

    /** A request that came; the form decoded. */
    public record Asked(String path, String authorization, Map<String, String> form) {}

    private record Consent(Map<String, String> asked, String person) {}

    private final HttpServer server;
    private final Map<String, Consent> codes = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final List<Map<String, String>> tokenForms = new CopyOnWriteArrayList<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> scripted = new ConcurrentHashMap<>();

    public FakeProviders() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The person says yes on the provider's page: the callback that the browser is sent to. */
    public URI consent(URI authorize, String person) {
        var asked = parameters(authorize.getRawQuery());
        var code = "code-" + UUID.randomUUID();
        codes.put(code, new Consent(asked, person));
        return URI.create(asked.get("redirect_uri") + "?code=" + code + "&state=" + encoded(asked.get("state")));
    }

    /** The person, or the provider, says no. */
    public URI refusal(URI authorize, String error) {
        var asked = parameters(authorize.getRawQuery());
        return URI.create(asked.get("redirect_uri") + "?error=" + error + "&error_description=no+code-123&state="
                + encoded(asked.get("state")));
    }

    /** From now on, what this path answers; status 0 hangs, -1 breaks off within the body. */
    public void answer(String path, int status, String body) {
        scripted.put(path, new Answer(status, body));
    }

    public void behave() {
        scripted.clear();
        tokenForms.clear();
        asked.clear();
    }

    /** What came to a path since everything behaved. */
    public List<Asked> asked(String path) {
        return asked.stream().filter(it -> it.path().equals(path)).toList();
    }

    public Map<String, String> lastTokenForm() {
        return tokenForms.getLast();
    }

    public static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(new Asked(
                    path, authorization == null ? "" : authorization, body.isEmpty() ? Map.of() : parameters(body)));
            var answer = scripted.containsKey(path) ? scripted.get(path) : genuine(exchange, path, body);
            send(exchange, answer);
        }
    }

    private Answer genuine(HttpExchange exchange, String path, String body) {
        return switch (path) {
            case "/kakao/oauth/token" -> kakaoToken(exchange, parameters(body));
            case "/naver/oauth2.0/token" -> naverToken(exchange, parameters(body));
            case "/kakao/v2/user/me" -> me(exchange, "{\"msg\":\"this access token does not exist\",\"code\":-401}");
            case "/naver/v1/nid/me" -> me(exchange, "{\"resultcode\":\"024\",\"message\":\"Authentication failed\"}");
            default -> new Answer(404, "<html>nothing</html>");
        };
    }

    private Answer kakaoToken(HttpExchange exchange, Map<String, String> form) {
        tokenForms.add(form);
        if (exchange.getRequestHeaders().containsKey("Authorization") || !SECRET.equals(form.get("client_secret"))) {
            return new Answer(401, """
                    {"error":"invalid_client","error_description":"Bad client credentials","error_code":"KOE010"}""");
        }
        var consent = codes.remove(form.get("code"));
        if (consent == null || !challengeHolds(consent, form)) {
            return new Answer(400, """
                    {"error":"invalid_grant","error_description":"authorization code not found for code=%s",\
                    "error_code":"KOE320"}""".formatted(form.get("code")));
        }
        if (!consent.asked.get("redirect_uri").equals(form.get("redirect_uri"))) {
            return new Answer(400, """
                    {"error":"invalid_grant","error_description":"Redirect URI mismatch.","error_code":"KOE303"}""");
        }
        return new Answer(200, """
                {"token_type":"bearer","access_token":"%s","expires_in":21599,"refresh_token":"r",\
                "refresh_token_expires_in":5183999,"scope":"profile_nickname"}""".formatted(tokenFor(consent)));
    }

    private Answer naverToken(HttpExchange exchange, Map<String, String> form) {
        tokenForms.add(form);
        if (!SECRET.equals(form.get("client_secret"))) {
            return new Answer(200, """
                    {"error":"unauthorized_client","error_description":"wrong client secret"}""");
        }
        var consent = codes.remove(form.get("code"));
        if (consent == null || !consent.asked.get("state").equals(form.get("state"))) {
            return new Answer(200, """
                    {"error":"invalid_request","error_description":"no valid data in session"}""");
        }
        return new Answer(200, """
                {"access_token":"%s","refresh_token":"r","token_type":"bearer","expires_in":"3600"}\
                """.formatted(tokenFor(consent)));
    }

    private String tokenFor(Consent consent) {
        var token = "token-" + UUID.randomUUID();
        tokens.put("Bearer " + token, consent.person);
        return token;
    }

    private static boolean challengeHolds(Consent consent, Map<String, String> form) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var verifier = form.get("code_verifier").getBytes(StandardCharsets.US_ASCII);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(sha256.digest(verifier))
                    .equals(consent.asked.get("code_challenge"));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer me(HttpExchange exchange, String refusal) {
        var person = tokens.get(exchange.getRequestHeaders().getFirst("Authorization"));
        return person == null ? new Answer(401, refusal) : new Answer(200, person);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status == 0) {
            hang();
            return;
        }
        var bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
        var truncated = answer.status == -1;
        exchange.sendResponseHeaders(truncated ? 200 : answer.status, truncated ? bytes.length + 100 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void hang() {
        try {
            new java.util.concurrent.CountDownLatch(1).await(2, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
