package io.sarangbang.auth.token;

import io.sarangbang.defaults.token.KeySource;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** This replica's picture of the keys, reread every few seconds; outlives a database that does not answer. */
@Component
class KeyRing implements KeySource {

    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

    private final SigningKeys stored;
    private final KeyPairs pairs;
    private final SigningPolicy policy;
    private final Clock clock;
    private volatile @Nullable Picture picture;

    KeyRing(SigningKeys stored, KeyPairs pairs, SigningPolicy policy, Clock clock) {
        this.stored = stored;
        this.pairs = pairs;
        this.policy = policy;
        this.clock = clock;
    }

    /** The key to sign with now: the newest whose time has come and that this replica can open. */
    Optional<Ready> signer() {
        var now = clock.instant();
        return current().keys().stream()
                .filter(it -> it.privateHalf() != null && !it.signsFrom().isAfter(now))
                .reduce((_, newer) -> newer);
    }

    /** All keys whose tokens may still be about, and the one to come; oldest first. */
    List<Ready> published() {
        return current().keys();
    }

    @Override
    public Map<String, Key> fetch() {
        try {
            return published().stream().collect(Collectors.toMap(Ready::kid, Ready::publicHalf));
        } catch (DataAccessException | TransactionException e) {
            throw new KeysUnavailable("the keys can't be read from the database", e);
        }
    }

    /** Takes up changes at once; what was known stays in use where the database does not answer. */
    void reread() {
        reread(picture);
    }

    private Picture current() {
        var known = picture;
        if (known != null && clock.instant().isBefore(known.readAt().plus(policy.reread()))) {
            return known;
        }
        return reread(known);
    }

    private Picture reread(@Nullable Picture known) {
        try {
            var fresh = new Picture(read(), clock.instant());
            picture = fresh;
            return fresh;
        } catch (DataAccessException | TransactionException e) {
            if (known == null) {
                throw e;
            }
            log.warn("keys not reread, the ones known stay in use: {}", e.getMessage());
            return known;
        }
    }

    private List<Ready> read() {
        return stored.findAllByOrderBySignsFromAscKidAsc().stream()
                .map(it -> new Ready(
                        it.kid(),
                        it.signsFrom(),
                        pairs.publicHalf(it),
                        pairs.privateHalf(it).orElse(null)))
                .toList();
    }

    /** A key pair ready for use; without a private half where another secret sealed it. */
    record Ready(
            String kid,
            Instant signsFrom,
            PublicKey publicHalf,
            @Nullable PrivateKey privateHalf) {}

    private record Picture(List<Ready> keys, Instant readAt) {}
}
