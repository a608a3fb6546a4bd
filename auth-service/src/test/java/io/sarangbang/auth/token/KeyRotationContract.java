package io.sarangbang.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.MovableClock;
import io.sarangbang.auth.secret.AuthSecret;
import io.sarangbang.defaults.token.AccessTokens;
import io.sarangbang.defaults.token.BadToken;
import io.sarangbang.defaults.token.TokenSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** How keys come and go among replicas, on every database. Each replica here is a ring and a rotation of its own. */
@SpringBootTest
abstract class KeyRotationContract {

    private static final AuthSecret SECRET = new AuthSecret("Zq3vN8rT1xK6wB9yM4cJ7hL2pD5sG0fA");
    private static final SigningPolicy POLICY = new SigningPolicy(
            Duration.ofMinutes(5), Duration.ofDays(30), Duration.ofMinutes(10), Duration.ofSeconds(5));
    private static final TokenSettings NAMES = new TokenSettings(
            "sarangbang", "sarangbang-api", "auth-service", Duration.ofSeconds(10), Duration.ofSeconds(5));

    @Autowired
    private SigningKeys stored;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    private final MovableClock clock = new MovableClock();

    private record Replica(KeyRotation rotation, KeyRing ring, Mint mint, AccessTokens tokens) {

        String sign() {
            return mint.issue(new Bearer(
                            UUID.randomUUID(), UUID.randomUUID(), Instant.now(), "web", "account", "kakao", null, null))
                    .value();
        }

        boolean verifies(String token) {
            try {
                return tokens.verify(token) != null;
            } catch (BadToken e) {
                return false;
            }
        }
    }

    @BeforeEach
    void noKeysAreThereYet() {
        jdbc.sql("delete from signing_keys").update();
    }

    @Test
    void replicasThatStartTogetherMakeOneKey() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 8; i++) {
                var replica = replica(SECRET);
                threads.submit(replica.rotation()::turn);
            }
        }

        assertThat(stored.findAllByOrderBySignsFromAscKidAsc()).hasSize(1);
    }

    @Test
    void aKeyOnceMadeSignsForAllReplicas() {
        var one = started();
        var other = started();

        assertThat(other.verifies(one.sign())).isTrue();
        assertThat(one.verifies(other.sign())).isTrue();
        assertThat(kid(one.sign())).isEqualTo(kid(other.sign()));
    }

    @Test
    void theSuccessorIsPublishedBeforeItSigns() {
        var replica = started();
        var old = kid(replica.sign());
        clock.forward(Duration.ofDays(30).minusMinutes(11));
        replica.rotation().turn();
        assertThat(replica.ring().published()).hasSize(1);

        clock.forward(Duration.ofMinutes(2));
        replica.rotation().turn();
        replica.rotation().turn();
        assertThat(replica.ring().published()).hasSize(2);
        assertThat(kid(replica.sign())).isEqualTo(old);

        clock.forward(Duration.ofMinutes(11));
        assertThat(kid(replica.sign())).isNotEqualTo(old);
    }

    @Test
    void tokensOfTheOldKeyHoldUntilTheyExpireAndThenItGoes() {
        var replica = started();
        clock.forward(Duration.ofDays(30).minusMinutes(9));
        replica.rotation().turn();
        clock.forward(Duration.ofMinutes(10).minusSeconds(10));
        var last = replica.sign();
        clock.forward(Duration.ofSeconds(20));
        replica.rotation().turn();
        assertThat(kid(replica.sign())).isNotEqualTo(kid(last));
        clock.forward(Duration.ofMinutes(4));
        assertThat(started().verifies(last)).isTrue();

        clock.forward(Duration.ofMinutes(8));
        replica.rotation().turn();
        assertThat(replica.ring().published()).extracting(KeyRing.Ready::kid).doesNotContain(kid(last));
    }

    @Test
    void afterALongSleepTheSuccessorIsStillAnnouncedFirst() {
        var replica = started();
        var old = kid(replica.sign());
        clock.forward(Duration.ofDays(90));
        replica.rotation().turn();

        assertThat(kid(replica.sign())).isEqualTo(old);
        clock.forward(Duration.ofMinutes(11));
        assertThat(kid(replica.sign())).isNotEqualTo(old);
    }

    @Test
    void aRunningReplicaSeesWithinSecondsWhatAnotherPublished() {
        var one = started();
        var watching = started();
        clock.forward(Duration.ofDays(30).minusMinutes(5));
        one.rotation().turn();
        clock.forward(Duration.ofSeconds(6));

        assertThat(watching.ring().published()).hasSize(2);
    }

    @Test
    void withAnotherSecretANewKeySignsAndTheOldStillVerifies() {
        var before = started();
        var token = before.sign();
        var after = replica(new AuthSecret("another, Xq3vN8rT1xK6wB9yM4cJ7hL2p"));
        after.rotation().turn();

        assertThat(kid(after.sign())).isNotEqualTo(kid(token));
        assertThat(after.verifies(token)).isTrue();
        clock.forward(Duration.ofSeconds(11));
        assertThat(before.verifies(after.sign())).isTrue();
        assertThat(kid(before.sign())).isEqualTo(kid(token));
    }

    @Test
    void thePrivateHalfIsSealedInTheDatabase() {
        started();
        var key = stored.findAllByOrderBySignsFromAscKidAsc().getFirst();

        assertThat(new KeyPairs(SECRET).privateHalf(key)).isPresent();
        assertThat(new KeyPairs(new AuthSecret("another, Xq3vN8rT1xK6wB9yM4cJ7hL2p")).privateHalf(key))
                .isEmpty();
        assertThat(new String(key.sealedPrivateKey(), StandardCharsets.ISO_8859_1))
                .doesNotContain("*\u0086H");
    }

    private Replica started() {
        var replica = replica(SECRET);
        replica.rotation().turn();
        return replica;
    }

    private Replica replica(AuthSecret secret) {
        var pairs = new KeyPairs(secret);
        var ring = new KeyRing(stored, pairs, POLICY, clock);
        return new Replica(
                new KeyRotation(stored, pairs, ring, POLICY, clock, transaction),
                ring,
                new Mint(ring, NAMES, POLICY, clock),
                new AccessTokens(ring, NAMES, clock));
    }

    private static String kid(String token) {
        var header = new String(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
        return header.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
    }
}
