package io.sarangbang.gateway.stage;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import io.sarangbang.defaults.service.ServiceCredentials;
import io.sarangbang.defaults.service.ServiceSettings;
import io.sarangbang.defaults.token.BadToken;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import tools.jackson.databind.json.JsonMapper;

/** What auth-service knows of sessions and API keys, told over its internal addresses as docs/api.md has them. */
public final class AuthDesk {

    private static final String SECRET = "kW3pZ7vNq1xT9mB5rJ4cLs8PfUe2HdAy";

    private final ServiceCredentials credentials =
            new ServiceCredentials("auth-service", new ServiceSettings(SECRET), Clock.systemUTC());
    private final Map<UUID, Instant> ended = new ConcurrentHashMap<>();
    private final Map<String, UUID> apiKeys = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger keyFetches = new AtomicInteger();
    private volatile Duration tokenLife = Duration.ofMinutes(5);
    private volatile Duration delay = Duration.ZERO;
    private volatile int exchangeStatus = 200;
    private volatile int page = 50_000;

    public void end(UUID session) {
        ended.put(session, Instant.now());
    }

    /** A new API key; its id is the session of the tokens that it is exchanged for. */
    public UUID make(String apiKey) {
        var id = UUID.randomUUID();
        apiKeys.put(apiKey, id);
        return id;
    }

    public void revoke(String apiKey) {
        end(apiKeys.remove(apiKey));
    }

    /** How long exchanged tokens hold. */
    public void tokensHold(Duration life) {
        tokenLife = life;
    }

    /** How long an exchange takes. */
    public void exchangesTake(Duration time) {
        delay = time;
    }

    /** How many ends an answer holds. */
    public void tellsAtOnce(int ends) {
        page = ends;
    }

    /** Answers exchanges with this status and no sense. */
    public void exchangesFailWith(int status) {
        exchangeStatus = status;
    }

    /** Every question that came with the gateway's credentials, oldest first. */
    public List<String> asked() {
        return asked;
    }

    public long exchanges() {
        return asked.stream().filter(it -> it.startsWith("POST")).count();
    }

    public int keyFetches() {
        return keyFetches.get();
    }

    /** The internal addresses; the rest is left to the backend. */
    public void answer(HttpServerRoutes routes) {
        routes.get("/internal/revocations", (request, response) -> asked(request, response, this::revocations));
        routes.post(
                "/internal/api-keys/exchange",
                (request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .delayElement(delay)
                        .flatMap(body -> Mono.from(asked(request, response, _ -> exchanged(body)))));
    }

    /** The same, and the keys that verify tokens. */
    public void answerWithKeys(HttpServerRoutes routes) {
        answer(routes);
        routes.get("/.well-known/jwks.json", (_, response) -> {
            keyFetches.incrementAndGet();
            var jwk = Jwks.builder()
                    .key((ECPublicKey) Tokens.KEYS.getPublic())
                    .id(Tokens.KID)
                    .build();
            return response.header("Content-Type", "application/json")
                    .sendString(Mono.just(Jwks.json(jwk).transform(it -> "{\"keys\":[" + it + "]}")));
        });
    }

    private Publisher<Void> asked(
            HttpServerRequest request,
            HttpServerResponse response,
            java.util.function.Function<HttpServerRequest, Said> answer) {
        if (!isFromGateway(request)) {
            return response.status(401).send();
        }
        asked.add(request.method() + " " + request.uri());
        var said = answer.apply(request);
        return response.status(said.status)
                .header("Content-Type", "application/json")
                .sendString(Mono.just(JsonMapper.shared().writeValueAsString(said.body)));
    }

    private boolean isFromGateway(HttpServerRequest request) {
        try {
            var bearer = request.requestHeaders().get("Authorization");
            return credentials.verify(bearer.substring("Bearer ".length())).equals("gateway");
        } catch (BadToken e) {
            return false;
        }
    }

    /** In pages, as the real one; a page begins where the number says. */
    private Said revocations(HttpServerRequest request) {
        var query = UriComponentsBuilder.fromUriString(request.uri()).build().getQueryParams();
        var since = query.getFirst("since") == null
                ? Instant.now().minus(Duration.ofMinutes(6))
                : Instant.parse(decoded(query.getFirst("since")));
        var after = query.getFirst("after") == null
                ? new String[] {"0", Instant.now().toString()}
                : decoded(query.getFirst("after")).split("@");
        var from = Integer.parseInt(after[0]);
        var revoked = ended.entrySet().stream()
                .filter(it -> !it.getValue().isBefore(since.minusSeconds(2)))
                .map(it -> it.getKey().toString())
                .sorted()
                .toList();
        var to = Math.min(revoked.size(), from + page);
        var said = new TreeMap<String, Object>(Map.of("asOf", after[1], "revoked", revoked.subList(from, to)));
        if (to < revoked.size()) {
            said.put("next", to + "@" + after[1]);
        }
        return new Said(200, said);
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private Said exchanged(String body) {
        var id = apiKeys.get(JsonMapper.shared().readTree(body).get("key").asString());
        if (exchangeStatus != 200) {
            return new Said(exchangeStatus, Map.of("no", "sense"));
        }
        if (id == null) {
            return new Said(401, Map.of("type", "/problems/api-key-unknown", "status", 401));
        }
        var until = Instant.now().plus(tokenLife);
        var token = Tokens.claims()
                .claim("sid", id.toString())
                .claim("client_id", "api-key")
                .claim("scope", "rooms:read")
                .expiration(Date.from(until))
                .signWith(Tokens.KEYS.getPrivate(), Jwts.SIG.ES256)
                .compact();
        return new Said(200, Map.of("accessToken", token, "expiresAt", until.toString()));
    }

    private record Said(int status, Map<String, ?> body) {}
}
