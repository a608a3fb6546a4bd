package io.sarangbang.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sarangbang.auth.AtOnce;
import io.sarangbang.auth.MovableClock;
import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.account.Withdrawals;
import io.sarangbang.auth.session.Ending;
import io.sarangbang.auth.session.Sessions;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.problem.NotSignedIn;
import io.sarangbang.defaults.token.AccessTokens;
import io.sarangbang.defaults.token.BadToken;
import io.sarangbang.defaults.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** What API keys promise, on every database. */
@SpringBootTest
@Import(ApiKeysContract.TestClock.class)
abstract class ApiKeysContract {

    private static final int LIMIT = 20;
    private static final UUID FIRST = new UUID(0, 0);

    @Autowired
    private ApiKeys keys;

    @Autowired
    private KeyExchange exchange;

    @Autowired
    private ApiKeyRows rows;

    @Autowired
    private ApiKeyPurge purge;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Sessions sessions;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private RevokedKeys feed;

    @Autowired
    private MovableClock clock;

    @Test
    void ofManyMadeAtOnceNoMoreThanTheLimitAre() {
        var caller = somebody();
        var answers = AtOnce.run(LIMIT + 8, () -> {
            try {
                return keys.make(caller, terms("race"), Visitor.NONE).stored().id();
            } catch (TooManyApiKeys e) {
                return null;
            }
        });

        assertThat(answers.stream().filter(java.util.Objects::nonNull)).hasSize(LIMIT);
        assertThat(keys.of(caller)).hasSize(LIMIT);
    }

    @Test
    void aUseAtTheSameMomentNeverUndoesARevocation() {
        var caller = somebody();
        for (var round = 0; round < 10; round++) {
            var made = keys.make(caller, terms("round " + round), Visitor.NONE);
            AtOnce.run(6, turn -> {
                if (turn == 3) {
                    keys.revoke(caller, made.stored().id(), Visitor.NONE);
                } else {
                    tries(made);
                }
            });

            assertThat(tries(made)).isEmpty();
        }
    }

    @Test
    void revokingTwiceKeepsTheFirstTime() {
        var caller = somebody();
        var made = keys.make(caller, terms("twice"), Visitor.NONE);
        keys.revoke(caller, made.stored().id(), Visitor.NONE);
        clock.forward(Duration.ofMinutes(2));
        var between = clock.instant();
        keys.revoke(caller, made.stored().id(), Visitor.NONE);

        assertThat(feed.revokedSince(between, FIRST, 100))
                .doesNotContain(made.stored().id());
    }

    @Test
    void gatewaysHearOfWhatWasRevokedInPagesByTheOrderOfTheIds() {
        var caller = somebody();
        var before = clock.instant();
        var made = java.util.stream.IntStream.range(0, 5)
                .mapToObj(it -> keys.make(caller, terms("key " + it), Visitor.NONE)
                        .stored()
                        .id())
                .toList();
        made.reversed().forEach(it -> keys.revoke(caller, it, Visitor.NONE));
        clock.forward(Duration.ofSeconds(1));

        var first = feed.revokedSince(before, FIRST, 3);
        var rest = feed.revokedSince(before, first.getLast(), 3);
        assertThat(first).containsExactlyElementsOf(made.subList(0, 3));
        assertThat(rest).containsExactlyElementsOf(made.subList(3, 5));
        assertThat(feed.revokedSince(clock.instant(), FIRST, 3)).isEmpty();
    }

    @Test
    void whoseSessionHasEndedMakesNoKey() {
        var caller = somebody();
        sessions.endAll(caller.accountId(), Ending.ENDED_ELSEWHERE);

        assertThatExceptionOfType(NotSignedIn.class).isThrownBy(() -> keys.make(caller, terms("late"), Visitor.NONE));
        assertThat(keys.of(caller)).isEmpty();
    }

    @Test
    void theKeysOfAnAccountThatSleepsHoldAgainWhenItWakes() {
        var subject = UUID.randomUUID().toString();
        var made = keys.make(somebody(subject), terms("sleeps"), Visitor.NONE);
        var before = clock.instant();
        transaction.executeWithoutResult(_ -> withdrawals.withdraw("kakao", "app", subject));
        assertThat(tries(made)).isEmpty();
        assertThat(feed.revokedSince(before, FIRST, 100)).contains(made.stored().id());

        somebody(subject);
        assertThat(tries(made)).isPresent();
    }

    @Test
    void whatIsWrittenIsReadBack() {
        var caller = somebody();
        var name = "😀".repeat(40);
        var made = keys.make(
                caller, new KeyTerms(name, Set.of(Scope.values()), Optional.of(Duration.ofDays(365))), Visitor.NONE);
        var read = keys.of(caller).getFirst();

        assertThat(read.name()).isEqualTo(name);
        assertThat(read.scopes()).isEqualTo("profile:read profile:write rooms:read rooms:write calls:join");
        assertThat(Duration.between(read.createdAt(), java.util.Objects.requireNonNull(read.expiresAt())))
                .isEqualTo(Duration.ofDays(365));
        assertThat(tries(made)).isPresent();
        assertThat(keys.of(caller).getFirst().lastUsedAt()).isBetween(Instant.EPOCH, clock.instant());
    }

    @Test
    void endedKeysAreKeptAWhileAndThenPurged() {
        var caller = somebody();
        var lasting = keys.make(caller, terms("lasting"), Visitor.NONE).stored().id();
        var revoked = keys.make(caller, terms("revoked"), Visitor.NONE).stored().id();
        var expired = keys.make(
                        caller,
                        new KeyTerms("expired", Set.of(Scope.ROOMS_READ), Optional.of(Duration.ofDays(1))),
                        Visitor.NONE)
                .stored()
                .id();
        keys.revoke(caller, revoked, Visitor.NONE);

        clock.forward(Duration.ofDays(6));
        purge.purge();
        assertThat(rows.findByIdAndAccountId(revoked, caller.accountId())).isPresent();
        assertThat(keys.of(caller)).extracting(ApiKey::id).containsExactlyInAnyOrder(lasting, expired);

        clock.forward(Duration.ofDays(3));
        purge.purge();
        assertThat(rows.findByIdAndAccountId(revoked, caller.accountId())).isEmpty();
        assertThat(keys.of(caller)).extracting(ApiKey::id).containsExactly(lasting);
    }

    private Optional<String> tries(MadeKey made) {
        try {
            return Optional.of(exchange.exchange(made.secret().reveal()).value());
        } catch (ApiKeyUnknown e) {
            return Optional.empty();
        }
    }

    private Caller somebody() {
        return somebody(UUID.randomUUID().toString());
    }

    private Caller somebody(String subject) {
        var profile = new Profile("kakao", "app", subject, "민지", null);
        var grant = sessions.begin(accounts.recognise(profile), Visitor.NONE, null);
        try {
            return tokens.verify(grant.access().value());
        } catch (BadToken e) {
            throw new AssertionError(e);
        }
    }

    private static KeyTerms terms(String name) {
        return new KeyTerms(name, Set.of(Scope.ROOMS_READ), Optional.empty());
    }

    @TestConfiguration
    static class TestClock {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
