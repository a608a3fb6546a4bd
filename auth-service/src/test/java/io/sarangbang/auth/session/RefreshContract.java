package io.sarangbang.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.defaults.token.AccessTokens;
import io.sarangbang.defaults.token.BadToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What refresh tokens promise, on every database: R-06 idle and absolute lifetimes, R-07 rotation, R-08 a replay ends the family,
 * R-09 rotation extends nothing, R-10 tabs that refresh at once stay in.
 */
abstract class RefreshContract extends SessionStage {

    @Autowired
    private SessionPurge purge;

    @Autowired
    private AccessTokens accessTokens;

    @Test
    void eachUseMakesASuccessorAndOnlyHashesAreKept() {
        var first = begin();
        var second = refresh(first).orElseThrow().refreshToken();
        var third = refresh(second).orElseThrow().refreshToken();

        assertThat(List.of(first, second, third))
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(it).hasSize(43));
        assertThat(tokens.sessionOf(first.getBytes(StandardCharsets.US_ASCII))).isEmpty();
    }

    @Test
    void tabsThatRefreshAtOnceAllGetTheSameSuccessorAndStayIn() {
        var token = begin();
        var grants = atOnce(50, () -> refresh(token));

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
        var person = somebody();
        var stolen = begin(person);
        var other = begin(person);
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
            var turn = new AtomicInteger();
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
    void noAccessTokenOutlivesItsSession() throws BadToken {
        var token = begin();
        var end = session(token).createdAt().plus(policy.absoluteLife());
        for (var week = 0; week < 4; week++) {
            clock.forward(Duration.ofDays(7));
            token = refresh(token).orElseThrow().refreshToken();
        }
        clock.forward(Duration.ofDays(2).minusMinutes(2));
        var last = refresh(token).orElseThrow();

        assertThat(accessTokens.verify(last.access().value()).expiresAt()).isBeforeOrEqualTo(end);
        assertThat(last.access().life()).isLessThanOrEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void theAccessTokenNamesTheSession() throws BadToken {
        var grant = sessions.begin(somebody(), HERE, null);
        var caller = accessTokens.verify(grant.access().value());

        assertThat(sid(grant.refreshToken())).isEqualTo(caller.sessionId());
        assertThat(sessions.person(caller)).isPresent();
        sessions.signOut(Optional.empty(), Optional.of(caller), HERE);
        assertThat(sessions.person(caller)).isEmpty();
    }

    @Test
    void theDeviceIsKeptByName() {
        assertThat(session(begin()).lastVisitor().device()).isEqualTo("KakaoTalk · Android");
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
}
