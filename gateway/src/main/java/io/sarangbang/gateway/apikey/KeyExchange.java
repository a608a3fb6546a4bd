package io.sarangbang.gateway.apikey;

import io.sarangbang.defaults.problem.ServiceUnavailable;
import io.sarangbang.defaults.service.ServiceCall;
import io.sarangbang.defaults.service.ServiceClient;
import io.sarangbang.defaults.service.ServiceUnreachable;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks auth-service what a key is worth. Blocks; so many at a time, since whoever waits here holds no thread of others. */
@Component
class KeyExchange {

    private static final Logger log = LoggerFactory.getLogger(KeyExchange.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration SHARE = Duration.ofSeconds(1);
    private static final int LARGEST = 16 * 1024;

    private final ServiceClient services;
    private final ApiKeySettings settings;
    private final Clock clock;
    private final Semaphore turns;
    private final JsonMapper json = JsonMapper.builder().build();

    KeyExchange(ServiceClient services, ApiKeySettings settings, Clock clock) {
        this.services = services;
        this.settings = settings;
        this.clock = clock;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /**
     * What to make of a key for a while.
     *
     * @param accessToken none where nobody has the key
     */
    record Worth(@Nullable String accessToken, Instant until) {

        @Override
        public String toString() {
            return "Worth[…]";
        }
    }

    Worth worth(String key) {
        var answer = inTurn(key);
        return switch (answer.statusCode()) {
            case 200 -> known(answer.body());
            case 401 -> unknown(answer.body());
            default -> throw unavailable("auth-service answered " + answer.statusCode());
        };
    }

    private HttpResponse<byte[]> inTurn(String key) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw unavailable("too many exchanges wait for auth-service");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted");
        }
        try {
            return ask(key);
        } finally {
            turns.release();
        }
    }

    private HttpResponse<byte[]> ask(String key) {
        var body = json.writeValueAsBytes(Map.of("key", key));
        try {
            return services.send(
                    ServiceCall.post("auth-service", "/internal/api-keys/exchange", body)
                            .within(PATIENCE, SHARE),
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        } catch (ServiceUnreachable e) {
            throw unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** Another 401 is about this gateway's credentials, and says nothing of the key. */
    private Worth unknown(byte[] body) {
        if (!new String(body, StandardCharsets.UTF_8).contains("\"/problems/api-key-unknown\"")) {
            throw unavailable("auth-service does not know this gateway; is SERVICE_SECRET the same for both?");
        }
        return new Worth(null, clock.instant().plus(settings.keepUnknown()));
    }

    private Worth known(byte[] body) {
        try {
            var granted = json.readValue(body, Granted.class);
            var longest = clock.instant().plus(settings.keep());
            var safe = granted.expiresAt.minus(settings.margin());
            return new Worth(granted.accessToken, safe.isBefore(longest) ? safe : longest);
        } catch (JacksonException | NullPointerException _) {
            throw unavailable("auth-service's answer can't be read"); // and must not be shown: it holds a token
        }
    }

    private static ServiceUnavailable unavailable(String why) {
        log.warn("an API key could not be exchanged: {}", why);
        return new ServiceUnavailable("auth-service", "API keys can't be checked now.");
    }

    private record Granted(String accessToken, Instant expiresAt) {

        Granted {
            java.util.Objects.requireNonNull(accessToken);
            java.util.Objects.requireNonNull(expiresAt);
        }

        @Override
        public String toString() {
            return "Granted[…]";
        }
    }
}
