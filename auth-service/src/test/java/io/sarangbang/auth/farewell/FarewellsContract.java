package io.sarangbang.auth.farewell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarangbang.auth.MovableClock;
import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.farewell.Unlinking.EndedIdentity;
import io.sarangbang.auth.farewell.Unlinking.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** What is kept until the provider was told, on every database. */
@SpringBootTest
abstract class FarewellsContract {

    private static final String TOKEN = "provider-refresh-token";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Farewells farewells;

    @Autowired
    private FarewellRows rows;

    @Autowired
    private ProviderTokenRows tokens;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transaction;

    @Test
    void aFarewellTakesTheTokenAlongWhenTheIdentityGoes() {
        var who = profile().with(TOKEN);
        var identity = accounts.recognise(who).identityId();

        within(_ -> queue(identity, who));
        remove(identity);

        assertThat(tokens.findById(identity)).isEmpty();
        assertThat(find(who))
                .singleElement()
                .satisfies(it -> assertThat(farewells.open(it)).contains(TOKEN));
    }

    @Test
    void aTokenIsSealedForItsIdentityAlone() {
        var one = profile().with(TOKEN);
        var identity = accounts.recognise(one).identityId();
        var sealed = tokens.findById(identity).orElseThrow().sealed();

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(TOKEN);
        assertThat(farewells.open(
                        new Farewell(UUID.randomUUID(), "naver", new byte[1], new byte[1], sealed, Instant.now())))
                .isEmpty();
    }

    @Test
    void eachSignInReplacesTheTokenAndOneWithoutLeavesIt() {
        var who = profile();
        var identity = accounts.recognise(who.with("first")).identityId();
        accounts.recognise(who.with("second"));
        accounts.recognise(who);

        within(_ -> queue(identity, who));

        assertThat(farewells.open(find(who).getFirst())).contains("second");
    }

    @Test
    void whoSignsInAgainIsNotUnlinkedAfterwards() {
        var who = profile();
        var identity = accounts.recognise(who).identityId();
        within(_ -> queue(identity, who));

        accounts.recognise(who);

        assertThat(find(who)).isEmpty();
    }

    @Test
    void queueingTwiceIsQueueingOnce() {
        var who = profile();
        var identity = accounts.recognise(who).identityId();
        within(_ -> queue(identity, who));
        within(_ -> queue(identity, who));

        assertThat(find(who)).hasSize(1);
    }

    @Test
    void nothingIsQueuedWhereTheRemovalFails() {
        var who = profile();
        var identity = accounts.recognise(who).identityId();
        within(it -> {
            queue(identity, who);
            it.setRollbackOnly();
        });

        assertThat(find(who)).isEmpty();
    }

    @Test
    void outsideOfATransactionNothingIsQueued() {
        assertThatThrownBy(() -> queue(UUID.randomUUID(), profile()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void ofReplicasThatWantTheSameFarewellOneGetsIt() {
        var who = profile();
        var identity = accounts.recognise(who).identityId();
        within(_ -> queue(identity, who));
        var due = find(who).getFirst();
        var now = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
        var again = now.plusSeconds(60);

        assertThat(rows.claim(due.id(), due.attempts(), now, again)).isEqualTo(1);
        assertThat(rows.claim(due.id(), due.attempts(), now, again)).isZero();
        assertThat(rows.claim(due.id(), due.attempts() + 1, now, again)).isZero();
        assertThat(rows.claim(due.id(), due.attempts() + 1, again, again)).isEqualTo(1);
    }

    @Nested
    class Told {

        private final MovableClock clock = new MovableClock();
        private final List<EndedIdentity> told = new ArrayList<>();
        private Outcome answer = new Outcome.NotYet("down");

        @Test
        void whatWasToldIsForgotten() {
            var who = queued();
            answer = new Outcome.Gone("ended");
            goes();
            goes();

            assertThat(told).extracting(EndedIdentity::subject).containsOnlyOnce(who.subject());
            assertThat(told.getLast().refreshToken()).contains(TOKEN);
            assertThat(find(who)).isEmpty();
        }

        @Test
        void aProviderThatIsDownIsAskedAgainWithGrowingPauses() {
            var who = queued();
            var minutes = new ArrayList<Integer>();
            for (var minute = 0; minute < 40; minute++) {
                told.clear();
                goes();
                if (told.stream().anyMatch(it -> it.subject().equals(who.subject()))) {
                    minutes.add(minute);
                }
                clock.forward(Duration.ofMinutes(1));
            }

            assertThat(minutes).containsExactly(0, 1, 3, 7, 15, 31);
        }

        @Test
        void afterDaysItIsGivenUp() {
            var who = queued();
            goes();
            clock.forward(Duration.ofDays(8));
            goes();

            assertThat(find(who)).isEmpty();
        }

        @Test
        void whatWillNeverGoIsGivenUpAtOnce() {
            var who = queued();
            answer = new Outcome.Never("no token");
            goes();

            assertThat(find(who)).isEmpty();
        }

        @Test
        void aSignInBetweenAttemptsEndsThem() {
            var who = queued();
            goes();
            accounts.recognise(who);
            told.clear();
            clock.forward(Duration.ofDays(1));
            goes();

            assertThat(told).extracting(EndedIdentity::subject).doesNotContain(who.subject());
        }

        private Profile queued() {
            var who = profile().with(TOKEN);
            var identity = accounts.recognise(who).identityId();
            within(_ -> queue(identity, who));
            return who;
        }

        private void goes() {
            var policy = new FarewellPolicy(Duration.ofMinutes(1), Duration.ofHours(6), Duration.ofDays(7));
            new FarewellRound(rows, farewells, this::tell, policy, clock).go();
        }

        private Outcome tell(EndedIdentity identity) {
            told.add(identity);
            return answer;
        }
    }

    private void within(Consumer<org.springframework.transaction.TransactionStatus> work) {
        transaction.executeWithoutResult(work);
    }

    private void queue(UUID identity, Profile who) {
        farewells.queue(identity, who.provider(), who.app(), who.subject());
    }

    private void remove(UUID identity) {
        var id = java.nio.ByteBuffer.allocate(16)
                .putLong(identity.getMostSignificantBits())
                .putLong(identity.getLeastSignificantBits())
                .array();
        assertThat(database.sql("delete from identities where id = ?").param(id).update())
                .isEqualTo(1);
    }

    private List<Farewell> find(Profile who) {
        return rows.findByDueAtLessThanEqualOrderByDueAt(Instant.now().plusSeconds(3600), Limit.of(1000)).stream()
                .filter(it -> it.subject().equals(who.subject()))
                .toList();
    }

    private static Profile profile() {
        return new Profile("naver", "app", UUID.randomUUID().toString(), "민지", null);
    }
}
