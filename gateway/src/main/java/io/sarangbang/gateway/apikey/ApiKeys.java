package io.sarangbang.gateway.apikey;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.sarangbang.gateway.apikey.KeyExchange.Worth;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Turns API keys into access tokens. Keys are remembered by their hash only, and each is asked about once at a time. */
@Component
public class ApiKeys {

    private static final String PREFIX = "sbk_";
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{16,200}");
    private static final Executor WAITING =
            task -> Thread.ofVirtual().name("api-key").start(task);

    private final KeyExchange exchange;
    private final Clock clock;
    private final AsyncCache<String, Worth> worths;

    ApiKeys(KeyExchange exchange, ApiKeySettings settings, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
        this.worths = Caffeine.newBuilder()
                .maximumSize(settings.most())
                .expireAfter(Expiry.<String, Worth>creating((_, worth) -> left(worth)))
                .buildAsync();
    }

    /** Whether a credential claims to be an API key: access tokens never begin so. */
    public static boolean isMeant(String credential) {
        return credential.startsWith(PREFIX);
    }

    /** What {@link #accessToken} gives where nobody has to be asked for it; never waits. */
    public @Nullable Mono<String> remembered(String key) {
        if (!SHAPE.matcher(key).matches()) {
            return Mono.error(new UnknownApiKey());
        }
        var asked = worths.getIfPresent(hash(key));
        if (asked == null || asked.state() != Future.State.SUCCESS) {
            return null;
        }
        var worth = asked.resultNow();
        return left(worth).isPositive() ? token(worth) : null;
    }

    /**
     * The access token that the key stands for.
     *
     * @return fails with {@link UnknownApiKey}, or as a problem when auth-service can't be asked
     */
    public Mono<String> accessToken(String key) {
        if (!SHAPE.matcher(key).matches()) {
            return Mono.error(new UnknownApiKey());
        }
        // Whoever gives up must not take the answer from those who wait for the same.
        return Mono.fromFuture(() -> worth(key), true)
                .onErrorMap(CompletionException.class, it -> it.getCause() == null ? it : it.getCause())
                .flatMap(ApiKeys::token);
    }

    private static Mono<String> token(Worth worth) {
        return worth.accessToken() == null ? Mono.error(new UnknownApiKey()) : Mono.just(worth.accessToken());
    }

    private CompletableFuture<Worth> worth(String key) {
        return worths.get(hash(key), (_, _) -> CompletableFuture.supplyAsync(() -> exchange.worth(key), WAITING));
    }

    private Duration left(Worth worth) {
        return Duration.between(clock.instant(), worth.until());
    }

    private static String hash(String key) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
