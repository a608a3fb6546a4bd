package io.sarangbang.auth.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.AtOnce;
import io.sarangbang.auth.MovableClock;
import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.Identities;
import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.account.Turns;
import io.sarangbang.auth.account.Withdrawals;
import io.sarangbang.auth.apikey.KeyMaking;
import io.sarangbang.auth.notice.NoticeKind;
import io.sarangbang.auth.notice.Notices;
import io.sarangbang.auth.session.Grant;
import io.sarangbang.auth.session.Sessions;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.token.AccessTokens;
import io.sarangbang.defaults.token.BadToken;
import io.sarangbang.defaults.token.Caller;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** what ends with an account, on every database. */
@SpringBootTest
@Import({ClosingContract.TestClock.class, KeyMaking.class})
abstract class ClosingContract {

    @Autowired
    private Closing closing;

    @Autowired
    private ClosedAccountPurge purge;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sessions sessions;

    @Autowired
    private KeyMaking keys;

    @Autowired
    private Turns turns;

    @Autowired
    private Identities identities;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private Notices notices;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MovableClock clock;

    @Test
    void nothingThatOpensItOrSpeaksForItIsLeft() {
        var somebody = somebody();
        begin(somebody);
        keys.make(begin(somebody).access().value());
        notices.tell(somebody.accountId(), NoticeKind.API_KEY_MADE, Visitor.NONE, null);
        closing.close(somebody.accountId());

        assertNothingIsLeftOf(somebody.accountId());
        assertThat(count(
                        "farewells where subject = ?",
                        somebody.profile().subject().getBytes()))
                .isOne();
        assertThat(count("notices where account_id = ?", bytes(somebody.accountId())))
                .isZero();
        assertThat(accounts.createdAt(somebody.accountId())).isEmpty();
        assertThat(accounts.owner(somebody.accountId())).isEmpty();
    }

    @Test
    void closingItTwiceIsClosingItOnce() {
        var somebody = somebody();
        AtOnce.run(6, _ -> turns.take(() -> closing.close(somebody.accountId())));
        closing.close(UUID.randomUUID());

        assertThat(count("audit_events where kind = 'ACCOUNT_CLOSED' and account_id = ?", bytes(somebody.accountId())))
                .isOne();
    }

    @Test
    void whoComesBackIsSomebodyNew() {
        var somebody = somebody();
        closing.close(somebody.accountId());
        var again = accounts.recognise(somebody.profile());

        assertThat(again.accountId()).isNotEqualTo(somebody.accountId());
        assertThat(accounts.createdAt(again.accountId())).isPresent();
        // Whoever has just consented again must not be told by the provider that they are gone.
        assertThat(count(
                        "farewells where subject = ?",
                        somebody.profile().subject().getBytes()))
                .isZero();
    }

    @Test
    void whoWithdrewAtTheProviderIsNotReportedThereAgain() {
        var somebody = somebody();
        transaction.executeWithoutResult(
                _ -> withdrawals.withdraw("kakao", "app", somebody.profile().subject()));
        closing.close(somebody.accountId());

        assertNothingIsLeftOf(somebody.accountId());
        assertThat(count(
                        "farewells where subject = ?",
                        somebody.profile().subject().getBytes()))
                .isZero();
    }

    @Test
    void whatIsGivenToItInTheSameMomentEndsWithItOrIsRefused() {
        for (var round = 0; round < 8; round++) {
            var somebody = somebody();
            var grant = begin(somebody);
            AtOnce.run(8, turn -> {
                switch (turn) {
                    case 0, 4 -> signsIn(somebody.profile());
                    case 1, 5 -> keys.tries(grant.access().value());
                    case 2, 6 -> links(somebody.accountId(), caller(grant));
                    default -> turns.take(() -> closing.close(somebody.accountId()));
                }
            });

            assertNothingIsLeftOf(somebody.accountId());
        }
    }

    @Test
    void itsIdStaysWhileSessionsOfItDo() {
        var somebody = somebody();
        begin(somebody);
        closing.close(somebody.accountId());
        clock.forward(Duration.ofDays(2));
        purge.purge();
        assertThat(count("accounts where id = ?", bytes(somebody.accountId()))).isOne();

        database.sql("delete from sessions where account_id = ?")
                .param(bytes(somebody.accountId()))
                .update();
        purge.purge();
        assertThat(count("accounts where id = ?", bytes(somebody.accountId()))).isZero();
        closing.close(somebody.accountId());
    }

    @Test
    void openAccountsAreNeverPurged() {
        var somebody = somebody();
        clock.forward(Duration.ofDays(400));
        purge.purge();

        assertThat(accounts.createdAt(somebody.accountId())).isPresent();
    }

    private record Somebody(Profile profile, UUID accountId) {}

    private Somebody somebody() {
        var profile = new Profile("kakao", "app", UUID.randomUUID().toString(), "민지", null);
        return new Somebody(profile, accounts.recognise(profile).accountId());
    }

    private Grant begin(Somebody somebody) {
        return sessions.begin(accounts.recognise(somebody.profile()), Visitor.NONE, null);
    }

    /** As the callback does. */
    private void signsIn(Profile profile) {
        turns.take(() -> sessions.begin(accounts.recognise(profile), Visitor.NONE, null));
    }

    /** As whoever asks for it with a session does. */
    private void links(UUID accountId, Caller caller) {
        var naver = new Profile("naver", "app", UUID.randomUUID().toString(), "민지", null);
        turns.take(() -> {
            identities.hold(accountId);
            return sessions.isLive(caller.sessionId())
                    ? Optional.of(identities.link(accountId, naver))
                    : Optional.empty();
        });
    }

    private Caller caller(Grant grant) {
        try {
            return tokens.verify(grant.access().value());
        } catch (BadToken e) {
            throw new AssertionError(e);
        }
    }

    private void assertNothingIsLeftOf(UUID accountId) {
        assertThat(count("sessions where revoked_at is null and account_id = ?", bytes(accountId)))
                .as("sessions")
                .isZero();
        assertThat(count("sessions where revoked_why <> 'ACCOUNT_CLOSED' and account_id = ?", bytes(accountId)))
                .as("reasons")
                .isZero();
        assertThat(count("api_keys where revoked_at is null and account_id = ?", bytes(accountId)))
                .as("keys")
                .isZero();
        assertThat(count("identities where account_id = ?", bytes(accountId)))
                .as("identities")
                .isZero();
    }

    private long count(String what, byte[] value) {
        return database.sql("select count(*) from " + what)
                .param(value)
                .query(Long.class)
                .single();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @TestConfiguration
    static class TestClock {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
