package io.sarangbang.auth.token;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sees to it that there is always a key to sign with, that its successor is public before it signs, and that a retired key
 * goes once its tokens are gone. Replicas take turns by a row lock, so one key is made however many of them look.
 */
@Component
class KeyRotation implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    private final SigningKeys stored;
    private final KeyPairs pairs;
    private final KeyRing ring;
    private final SigningPolicy policy;
    private final Clock clock;
    private final TransactionOperations transaction;

    KeyRotation(
            SigningKeys stored,
            KeyPairs pairs,
            KeyRing ring,
            SigningPolicy policy,
            Clock clock,
            TransactionOperations transaction) {
        this.stored = stored;
        this.pairs = pairs;
        this.ring = ring;
        this.policy = policy;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        turn();
    }

    @Scheduled(initialDelayString = "1m", fixedDelayString = "1m")
    void turnAgain() {
        try {
            turn();
        } catch (DataAccessException | TransactionException e) {
            log.warn("keys not looked after this time: {}", e.getMessage());
        }
    }

    void turn() {
        transaction.executeWithoutResult(_ -> {
            stored.lockTurn();
            var now = clock.instant();
            var keys = stored.findAllByOrderBySignsFromAscKidAsc();
            successor(keys, now).ifPresent(this::publish);
            retired(keys, now).forEach(this::retire);
        });
        ring.reread();
    }

    private Optional<SigningKey> successor(List<SigningKey> keys, Instant now) {
        // One sealed under another AUTH_SECRET is as good as none: it still verifies, but this replica can't sign with
        // it.
        var newest =
                keys.stream().filter(it -> pairs.privateHalf(it).isPresent()).reduce((_, newer) -> newer);
        if (newest.isEmpty()) {
            return Optional.of(pairs.create(now, now));
        }
        var takesOver = newest.get().signsFrom().plus(policy.rotateAfter());
        if (now.isBefore(takesOver.minus(policy.publishAhead()))) {
            return Optional.empty();
        }
        // After a long sleep the time is past already; verifiers get their notice all the same.
        var earliest = now.plus(policy.publishAhead());
        return Optional.of(pairs.create(now, takesOver.isBefore(earliest) ? earliest : takesOver));
    }

    private List<SigningKey> retired(List<SigningKey> oldestFirst, Instant now) {
        return IntStream.range(0, Math.max(0, oldestFirst.size() - 1))
                .filter(it -> oldestFirst
                        .get(it + 1)
                        .signsFrom()
                        .plus(policy.keepRetired())
                        .isBefore(now))
                .mapToObj(oldestFirst::get)
                .toList();
    }

    private void publish(SigningKey key) {
        stored.save(key);
        log.info("signing key {} published, signs from {}", key.kid(), key.signsFrom());
    }

    private void retire(SigningKey key) {
        stored.delete(key);
        log.info("signing key {} retired", key.kid());
    }
}
