package io.sarangbang.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sarangbang.auth.MovableClock;
import io.sarangbang.auth.secret.AuthSecret;
import io.sarangbang.defaults.token.KeySource.KeysUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionOperations;

class KeyRingTests {

    private final MovableClock clock = new MovableClock();
    private final KeyPairs pairs = new KeyPairs(new AuthSecret("Zq3vN8rT1xK6wB9yM4cJ7hL2pD5sG0fA"));
    private final UnreliableKeys stored = new UnreliableKeys();
    private final SigningPolicy policy = new SigningPolicy(
            Duration.ofMinutes(5), Duration.ofDays(30), Duration.ofMinutes(10), Duration.ofSeconds(5));
    private final KeyRing ring = new KeyRing(stored, pairs, policy, clock);

    @Test
    void whileTheDatabaseIsDownTheKnownKeysStayInUse() {
        stored.save(pairs.create(clock.instant(), clock.instant()));
        assertThat(ring.fetch()).hasSize(1);
        stored.down = true;
        clock.forward(Duration.ofHours(1));

        assertThat(ring.fetch()).hasSize(1);
        assertThat(ring.signer()).isPresent();
    }

    @Test
    void lookingAfterTheKeysDoesNotForgetThoseKnown() {
        var rotation = new KeyRotation(stored, pairs, ring, policy, clock, TransactionOperations.withoutTransaction());
        rotation.turn();
        stored.down = true;

        assertThat(ring.fetch()).hasSize(1);
        assertThat(ring.signer()).isPresent();
    }

    @Test
    void withoutEverHavingSeenThemTheKeysAreUnavailable() {
        stored.down = true;

        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(ring::fetch);
    }

    @Test
    void theDatabaseIsAskedOnceInAWhileOnly() {
        stored.save(pairs.create(clock.instant(), clock.instant()));
        for (var i = 0; i < 100; i++) {
            ring.signer();
        }

        assertThat(stored.reads).isEqualTo(1);
    }

    private static final class UnreliableKeys implements SigningKeys {

        private final List<SigningKey> keys = new ArrayList<>();
        private boolean down;
        private int reads;

        @Override
        public List<SigningKey> findAllByOrderBySignsFromAscKidAsc() {
            if (down) {
                throw new DataAccessResourceFailureException("down");
            }
            reads++;
            return keys;
        }

        @Override
        public int lockTurn() {
            return 1;
        }

        @Override
        public SigningKey save(SigningKey key) {
            keys.add(key);
            return key;
        }

        @Override
        public void delete(SigningKey key) {
            keys.remove(key);
        }
    }
}
