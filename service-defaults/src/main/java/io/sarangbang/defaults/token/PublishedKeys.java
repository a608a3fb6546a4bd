package io.sarangbang.defaults.token;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys last seen; an unknown {@code kid} fetches anew, but at most once per interval (RFC 7517 §5, R-21). */
final class PublishedKeys {

    private final KeySource source;
    private final Duration interval;
    private final Clock clock;
    private volatile Map<String, Key> keys = Map.of();
    private Instant nextFetch = Instant.MIN;

    PublishedKeys(KeySource source, Duration interval, Clock clock) {
        this.source = source;
        this.interval = interval;
        this.clock = clock;
    }

    @Nullable
    Key find(String kid) {
        var known = keys.get(kid);
        return known != null ? known : fetchAndFind(kid);
    }

    private synchronized @Nullable Key fetchAndFind(String kid) {
        var known = keys.get(kid);
        if (known != null || clock.instant().isBefore(nextFetch)) {
            return known;
        }
        keys = source.fetch();
        // Only after a success: while the source is down each token is worth a try, the source answers fast or not at
        // all.
        nextFetch = clock.instant().plus(interval);
        return keys.get(kid);
    }
}
