package io.sarangbang.auth.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The chain of a session's refresh tokens. Its callers hold the session's lock. */
@Component
class RefreshFamily {

    private final RefreshTokenRows rows;
    private final RefreshSecrets secrets;
    private final SessionPolicy policy;

    RefreshFamily(RefreshTokenRows rows, RefreshSecrets secrets, SessionPolicy policy) {
        this.rows = rows;
        this.secrets = secrets;
        this.policy = policy;
    }

    Optional<UUID> sessionOf(String token) {
        return secrets.isPlausible(token) ? rows.sessionOf(secrets.hash(token)) : Optional.empty();
    }

    String begin(UUID sessionId, Instant now) {
        return keep(sessionId, secrets.first(), now);
    }

    /**
     * The token that counts after this one came: its new successor, or, where a parallel tab was first by no more than the
     * grace, the one that tab got. Nothing where it was used before that: then somebody else has it too.
     */
    Optional<String> advance(UUID sessionId, String token, Instant now) {
        var stored = find(token);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        if (stored.get().isUsed()) {
            return stored.get().wasUsedWithin(policy.reuseGrace(), now)
                    ? newest(token, stored.get(), now)
                    : Optional.empty();
        }
        stored.get().use(now);
        return Optional.of(keep(sessionId, secrets.successor(token, stored.get().salt()), now));
    }

    private Optional<String> newest(String token, RefreshToken stored, Instant now) {
        var successor = secrets.successor(token, stored.salt());
        var next = find(successor);
        if (next.isEmpty() || !next.get().isUsed()) {
            return next.map(_ -> successor);
        }
        return newest(successor, next.get(), now);
    }

    private Optional<RefreshToken> find(String token) {
        return rows.findByHash(secrets.hash(token));
    }

    private String keep(UUID sessionId, String token, Instant now) {
        rows.save(new RefreshToken(sessionId, secrets.hash(token), secrets.salt(), now));
        return token;
    }
}
