package io.sarangbang.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.MovableClock;
import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.token.AccessTokens;
import io.sarangbang.defaults.token.BadToken;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What refresh tokens promise, on every database. */
@SpringBootTest
@Import(RefreshContract.TestClock.class)
abstract class RefreshContract {

    private static final Visitor HERE = new Visitor("KakaoTalk · Android", "203.0.113.0/24");

    @Autowired
    private Sessions sessions;

    @Autowired
    private SessionRows rows;

    @Autowired
    private RefreshTokenRows tokens;

    @Autowired
    private SessionPurge purge;

    @Autowired
    private SessionPolicy policy;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccessTokens accessTokens;

    @Autowired
    private MovableClock clock;

    @Test
    void eachUseMakesASuccessorAndOnlyHashesAreKept() {
        var first = begin();
        var second = refresh(first).orElseThrow().refreshToken();
        var third = refresh(second).orElseThrow().refreshToken();

        assertThat(List.of(first, second, third))
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(it).hasSize(43));
        assertThat(tokens.sessionOf(first.getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @Test
    void tabsThatRefreshAtOnceAllGetTheSameSuccessorAndStayIn() {
        var token = begin();
        var grants = atOnce(24, () -> refresh(token));

        assertThat(grants).allMatch(Optional::isPresent);
        assertThat(grants.stream().map(it -> it.orElseThrow().refreshToken()))
                .containsOnly(grants.getFirst().orElseThrow().refreshToken());
        assertThat(refresh(grants.getFirst().orElseThrow().refreshToken())).isPresent();
        assertThat(ending(token)).isNull();
    }

    @Test
    void tabsThatGoOnRefreshingEachWithWhatItLastGotStayIn() {
        var token = begin();
        var last = atOnce(8, () -> {
            var mine = token;
            for (var turn = 0; turn < 5; turn++) {
                mine = refresh(mine).orElseThrow().refreshToken();
            }
            return mine;
        });

        assertThat(ending(token)).isNull();
        var newest = new HashSet<String>();
        last.forEach(it -> newest.add(refresh(it).orElseThrow().refreshToken()));
        assertThat(ending(token)).isNull();
    }

    @Test
    void aSlowTabGetsTheNewestTokenThoughItsSuccessorIsUsedAlready() {
        var first = begin();
        var second = refresh(first).orElseThrow().refreshToken();
        var third = refresh(second).orElseThrow().refreshToken();
        clock.forward(Duration.ofSeconds(5));

        assertThat(refresh(first).orElseThrow().refreshToken()).isEqualTo(third);
    }

    @Test
    void aReplayAfterTheGraceEndsTheWholeFamily() {
        var first = begin();
        var second = refresh(first).orElseThrow().refreshToken();
        clock.forward(policy.reuseGrace().plusSeconds(1));

        assertThat(refresh(first)).isEmpty();
        assertThat(refresh(second)).isEmpty();
        assertThat(ending(second)).isEqualTo(Ending.TOKEN_REUSED);
    }

    @Test
    void ofManyReplaysAtOnceNoneSucceedsAndTheRightfulTokenDiesOnce() {
        var first = begin();
        var second = refresh(first).orElseThrow().refreshToken();
        clock.forward(policy.reuseGrace().plusSeconds(1));
        var replays = atOnce(12, () -> refresh(first));

        assertThat(replays).allMatch(Optional::isEmpty);
        assertThat(refresh(second)).isEmpty();
    }

    @Test
    void otherFamiliesOfTheSamePersonGoOn() {
        var subject = UUID.randomUUID().toString();
        var stolen = begin(subject);
        var other = begin(subject);
        refresh(stolen);
        clock.forward(policy.reuseGrace().plusSeconds(1));
        refresh(stolen);

        assertThat(refresh(other)).isPresent();
    }

    @Test
    void noRefreshMovesTheAbsoluteEnd() {
        var token = begin();
        for (var day = 0; day < 29; day++) {
            clock.forward(Duration.ofDays(1));
            token = refresh(token).orElseThrow().refreshToken();
        }
        clock.forward(Duration.ofHours(23));
        var last = refresh(token).orElseThrow();
        assertThat(last.refreshLife()).isLessThanOrEqualTo(Duration.ofHours(1));
        clock.forward(Duration.ofHours(1));

        assertThat(refresh(last.refreshToken())).isEmpty();
    }

    @Test
    void fourteenIdleDaysEndASession() {
        var kept = begin();
        clock.forward(Duration.ofDays(13));
        kept = refresh(kept).orElseThrow().refreshToken();
        clock.forward(Duration.ofDays(13));
        kept = refresh(kept).orElseThrow().refreshToken();
        clock.forward(Duration.ofDays(2));
        assertThat(refresh(kept)).isPresent();

        var idle = begin();
        clock.forward(Duration.ofDays(14));
        assertThat(refresh(idle)).isEmpty();
    }

    @Test
    void aSignOutAndARefreshAtOnceLeaveNobodyIn() {
        for (var round = 0; round < 5; round++) {
            var token = begin();
            var turn = new java.util.concurrent.atomic.AtomicInteger();
            atOnce(6, () -> {
                if (turn.getAndIncrement() == 3) {
                    sessions.signOut(Optional.of(token), Optional.empty(), HERE);
                } else {
                    refresh(token);
                }
                return Optional.empty();
            });

            assertThat(ending(token)).isEqualTo(Ending.SIGNED_OUT);
            assertThat(refresh(token)).isEmpty();
        }
    }

    @Test
    void theAccessTokenNamesTheSession() throws BadToken {
        var grant = grant(UUID.randomUUID().toString());
        var caller = accessTokens.verify(grant.access().value());

        assertThat(sessionOf(grant.refreshToken())).isEqualTo(caller.sessionId());
        assertThat(sessions.person(caller)).isPresent();
        sessions.signOut(Optional.empty(), Optional.of(caller), HERE);
        assertThat(sessions.person(caller)).isEmpty();
    }

    @Test
    void theDeviceIsKeptByName() {
        assertThat(rows.findById(sessionOf(begin())).orElseThrow().lastVisitor().device())
                .isEqualTo("KakaoTalk · Android");
    }

    @Test
    void endedSessionsAreDeletedAWeekLaterWithTheirTokensAndLiveOnesAreNot() {
        var ended = begin();
        refresh(ended);
        sessions.signOut(Optional.of(ended), Optional.empty(), HERE);
        clock.forward(Duration.ofDays(6));
        var live = begin();
        purge.purge();
        assertThat(family(ended)).isPresent();
        clock.forward(Duration.ofDays(2));
        purge.purge();

        assertThat(family(ended)).isEmpty();
        assertThat(refresh(live)).isPresent();
    }

    private Optional<Grant> refresh(String token) {
        return sessions.refresh(token, HERE);
    }

    private String begin() {
        return begin(UUID.randomUUID().toString());
    }

    private String begin(String subject) {
        return grant(subject).refreshToken();
    }

    private Grant grant(String subject) {
        var person = accounts.recognise(new Profile("kakao", "app", subject, "민지", null));
        return sessions.begin(person, HERE, null);
    }

    private Ending ending(String token) {
        return rows.findById(sessionOf(token)).orElseThrow().revokedWhy();
    }

    private UUID sessionOf(String token) {
        return family(token).orElseThrow();
    }

    private Optional<UUID> family(String token) {
        try {
            var hash = java.security.MessageDigest.getInstance("SHA-256");
            return tokens.sessionOf(hash.digest(token.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> atOnce(int many, Callable<T> call) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, many)
                    .mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            return calls.stream().map(RefreshContract::result).toList();
        }
    }

    private static <T> T result(java.util.concurrent.Future<T> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @TestConfiguration
    static class TestClock {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
