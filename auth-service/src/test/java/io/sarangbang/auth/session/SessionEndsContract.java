package io.sarangbang.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarangbang.auth.account.Person;
import io.sarangbang.auth.visitor.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ends of sessions, on every database: R-05 a new sign-in ends what the browser had, R-11 an end is told to gateways whatever
 * its reason, R-12 with an identity or an account all of its sessions end.
 */
abstract class SessionEndsContract extends SessionStage {

    private static final UUID END = new UUID(-1, -1);

    private static final UUID FIRST = new UUID(0, 0);

    @Autowired
    private EndedSessions ended;

    @Autowired
    private SessionPurge purge;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient database;

    @Test
    void aSignInEndsTheSessionThatTheBrowserHad() {
        var person = somebody();
        var before = begin(person);
        var after = sessions.begin(person, HERE, before).refreshToken();

        assertThat(ending(before)).isEqualTo(Ending.REPLACED);
        assertThat(sid(after)).isNotEqualTo(sid(before));
        assertThat(refresh(before)).isEmpty();
        assertThat(refresh(after)).isPresent();
    }

    @Test
    void allSessionsOfAnIdentityEndAndNoOthers() {
        var person = somebody();
        var its = List.of(begin(person), begin(person));
        var others = begin();
        sessions.endAllOf(person.identityId(), Ending.IDENTITY_GONE);

        assertThat(its).allMatch(it -> refresh(it).isEmpty()).allMatch(it -> ending(it) == Ending.IDENTITY_GONE);
        assertThat(refresh(others)).isPresent();
    }

    @Test
    void allSessionsOfAnAccountEndAndNoOthers() {
        var person = somebody();
        var its = List.of(begin(person), begin(person));
        var others = begin();
        sessions.endAll(person.accountId(), Ending.ACCOUNT_CLOSED);

        assertThat(its).allMatch(it -> refresh(it).isEmpty()).allMatch(it -> ending(it) == Ending.ACCOUNT_CLOSED);
        assertThat(refresh(others)).isPresent();
        sessions.endAll(UUID.randomUUID(), Ending.ACCOUNT_CLOSED);
    }

    @Test
    void theFirstReasonStays() {
        var person = somebody();
        var token = begin(person);
        sessions.signOut(Optional.of(token), Optional.empty(), HERE);
        sessions.endAll(person.accountId(), Ending.ACCOUNT_CLOSED);

        assertThat(ending(token)).isEqualTo(Ending.SIGNED_OUT);
    }

    @Test
    void noSessionBeginsOfAnIdentityThatIsGone() {
        var gone = new Person(UUID.randomUUID(), UUID.randomUUID(), "kakao", null, null);

        assertThatThrownBy(() -> sessions.begin(gone, HERE, null)).isInstanceOf(CannotAcquireLockException.class);
    }

    @Test
    void noSignInSlipsThroughWhileAnIdentityIsTakenAway() {
        for (var round = 0; round < 5; round++) {
            var person = somebody();
            var before = begin(person);
            var calls = new ArrayList<Callable<Object>>();
            for (var i = 0; i < 5; i++) {
                calls.add(() -> signInOrNothing(person));
                calls.add(() -> refresh(before));
            }
            calls.add(5, () -> takeAway(person));
            atOnce(calls);

            assertThat(sessions.ofAccount(person.accountId(), END, 1000)).allMatch(it -> it.endedAt() != null);
        }
    }

    @Test
    void everyEndIsTold() {
        var began = clock.instant();
        var person = somebody();
        var replaced = begin(person);
        sessions.begin(person, HERE, replaced);
        var left = begin();
        sessions.signOut(Optional.of(left), Optional.empty(), HERE);
        var stolen = begin();
        refresh(stolen);
        clock.forward(policy.reuseGrace().plusSeconds(1));
        refresh(stolen);
        var unlinked = somebody();
        var gone = begin(unlinked);
        sessions.endAllOf(unlinked.identityId(), Ending.IDENTITY_GONE);
        var closed = somebody();
        var last = begin(closed);
        sessions.endAll(closed.accountId(), Ending.ACCOUNT_CLOSED);
        var live = begin();

        assertThat(told(began))
                .contains(sid(replaced), sid(left), sid(stolen), sid(gone), sid(last))
                .doesNotContain(sid(live));
    }

    @Test
    void onlyWhatEndedSinceThenIsTold() {
        var before = ended();
        clock.forward(Duration.ofMinutes(1));
        var since = clock.instant();
        var after = ended();

        assertThat(told(since)).contains(after).doesNotContain(before);
        assertThat(told(since.minus(Duration.ofMinutes(2)))).contains(before, after);
    }

    @Test
    void theyComeInPagesByTheirIds() {
        clock.forward(Duration.ofMinutes(10));
        var since = clock.instant();
        var all = Stream.generate(this::ended).limit(7).sorted().toList();
        var pages = new ArrayList<UUID>();
        var page = ended.revokedSince(since, FIRST, 3);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            pages.addAll(page);
            page = ended.revokedSince(since, page.getLast(), 3);
        }

        assertThat(pages).containsExactlyElementsOf(all);
    }

    /** What is told next reaches back behind this answer, and finds it. */
    @Test
    void anEndThatIsCommittedLateCarriesTheTimeBefore() {
        var token = begin();
        var before = clock.instant();
        var asOf = transaction.execute(_ -> {
            sessions.endAllOf(session(token).identityId(), Ending.IDENTITY_GONE);
            return clock.instant();
        });

        assertThat(told(before)).contains(sid(token));
        assertThat(asOf).isNotNull();
        assertThat(revokedAt(token)).isBetween(before.minusMillis(1), asOf);
    }

    @Test
    void endsOfAClosedAccountAreToldAfterItIsGone() {
        var person = somebody();
        var token = begin(person);
        var since = clock.instant();
        takeAway(person);

        assertThat(told(since)).contains(sid(token));
        assertThat(refresh(token)).isEmpty();
        assertThat(sessions.person(callerOf(token))).isEmpty();
        clock.forward(policy.keepEnded().plusDays(1));
        purge.purge();
        assertThat(family(token)).isEmpty();
        assertThat(sessions.ofAccount(person.accountId(), END, 1000)).isEmpty();
    }

    @Test
    void anExportHoldsLiveAndEndedSessions() {
        var person = somebody();
        var left = begin(person);
        sessions.signOut(Optional.of(left), Optional.empty(), HERE);
        var live = begin(person);
        var exported = sessions.ofAccount(person.accountId(), END, 1000);

        assertThat(exported).extracting(AccountSession::id).containsExactly(sid(live), sid(left));
        assertThat(exported).extracting(AccountSession::endedWhy).containsExactly(null, Ending.SIGNED_OUT);
        assertThat(exported).extracting(AccountSession::network).containsOnly("203.0.113.0/24");
        assertThat(exported).extracting(AccountSession::provider).containsOnly("kakao");
    }

    @Test
    void aSessionIsLiveUntilItEnds() {
        var token = begin();
        assertThat(sessions.isLive(sid(token))).isTrue();
        clock.forward(policy.idleLife());

        assertThat(sessions.isLive(sid(token))).isFalse();
        assertThat(sessions.isLive(UUID.randomUUID())).isFalse();
        var left = begin();
        sessions.signOut(Optional.of(left), Optional.empty(), Visitor.NONE);
        assertThat(sessions.isLive(sid(left))).isFalse();
    }

    private io.sarangbang.defaults.token.Caller callerOf(String token) {
        return new io.sarangbang.defaults.token.Caller(
                session(token).accountId(),
                sid(token),
                clock.instant(),
                "web",
                java.util.Set.of("account"),
                null,
                null,
                clock.instant().plusSeconds(60),
                "token");
    }

    private Object signInOrNothing(Person person) {
        try {
            return sessions.begin(person, HERE, null);
        } catch (CannotAcquireLockException e) {
            return "came too late";
        }
    }

    /** As whoever unlinks does it: the identity goes and its sessions end, in one transaction. */
    private Object takeAway(Person person) {
        return transaction.execute(_ -> {
            sessions.endAllOf(person.identityId(), Ending.IDENTITY_GONE);
            return database.sql("delete from identities where id = ?")
                    .param(bytes(person.identityId()))
                    .update();
        });
    }

    private UUID ended() {
        var token = begin();
        sessions.signOut(Optional.of(token), Optional.empty(), HERE);
        return sid(token);
    }

    private List<UUID> told(Instant since) {
        return ended.revokedSince(since, FIRST, 10_000);
    }

    private Instant revokedAt(String token) {
        return sessions.ofAccount(session(token).accountId(), END, 1000)
                .getFirst()
                .endedAt();
    }

    private static byte[] bytes(UUID id) {
        return java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
