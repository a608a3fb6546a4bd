package io.sarangbang.defaults.token;

import io.sarangbang.defaults.token.KeySource.KeysUnavailable;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The keys last seen. An unknown {@code kid} fetches anew, but at most once per interval (RFC 7517 §5, R-21); so do known
 * ones once they are a minute old, or a withdrawn key would count until the next start.
 */
final class PublishedKeys {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final KeySource source;
    private final Duration interval;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Map<String, Key> keys = Map.of();
    private volatile Instant staleFrom = Instant.MIN;
    private Instant nextFetch = Instant.MIN;
    private @Nullable KeysUnavailable lastFailure;

    PublishedKeys(KeySource source, Duration interval, Clock clock) {
        this.source = source;
        this.interval = interval;
        this.clock = clock;
    }

    /**
     * The key of that name, or null where none is published.
     *
     * @throws KeysUnavailable when it is not known and the source does not answer
     */
    @Nullable
    Key find(String kid) {
        var known = keys.get(kid);
        if (known == null) {
            lock.lock();
        } else if (clock.instant().isBefore(staleFrom) || !lock.tryLock()) {
            return known; // fresh, or somebody else is refreshing it
        }
        try {
            return fetchAndFind(kid);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Key fetchAndFind(String kid) {
        var now = clock.instant();
        if (!now.isBefore(nextFetch)) {
            fetch(now);
        }
        var known = keys.get(kid);
        if (known == null && lastFailure != null) {
            throw lastFailure;
        }
        return known;
    }

    /** A failure counts for those who wait behind it too: each trying anew would make them queue for minutes. */
    private void fetch(Instant now) {
        try {
            keys = source.fetch();
            staleFrom = now.plus(FRESH);
            nextFetch = now.plus(interval);
            lastFailure = null;
        } catch (KeysUnavailable e) {
            nextFetch = now.plus(PAUSE_AFTER_FAILURE);
            lastFailure = e;
        }
    }
}
