package io.sarangbang.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.audit.AccountEvent;
import io.sarangbang.auth.audit.Activity;
import io.sarangbang.auth.audit.EventKind;
import io.sarangbang.auth.notice.NoticeKind;
import io.sarangbang.auth.notice.NoticeResponse;
import io.sarangbang.auth.notice.Notices;
import io.sarangbang.auth.secret.AuthSecret;
import io.sarangbang.auth.token.Mint;
import io.sarangbang.auth.visitor.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/**
 * hold across replicas, too: what they share is the database and the secret, and their clocks differ. Each
 * replica here is put together anew.
 */
abstract class RefreshReplicaContract extends SessionStage {

    private static final Visitor THIEF = new Visitor("Firefox · Linux", "198.51.100.0/24");

    @Autowired
    private AuthSecret secret;

    @Autowired
    private Mint mint;

    @Autowired
    private SessionTrail trail;

    @Autowired
    private Activity activity;

    @Autowired
    private Notices notices;

    @Autowired
    private TransactionOperations transaction;

    private List<Replica> replicas = List.of();

    /** A replica: as the service is wired, with a secret read and a clock set by itself. */
    private final class Replica {

        private final Sessions sessions;

        Replica(Duration ahead) {
            var time = Clock.offset(clock, ahead);
            var secrets = new RefreshSecrets(new AuthSecret(secret.value()));
            sessions = new Sessions(
                    rows,
                    new RefreshFamily(tokens, secrets, policy),
                    new Grants(accounts, mint, policy),
                    trail,
                    new Lifetimes(policy, time));
        }

        Optional<String> refresh(String token, Visitor visitor) {
            return transaction.execute(_ -> sessions.refresh(token, visitor)).map(Grant::refreshToken);
        }
    }

    @BeforeEach
    void twoReplicasRunWhoseClocksDiffer() {
        replicas = List.of(new Replica(Duration.ZERO), new Replica(Duration.ofSeconds(3)));
    }

    @Test
    void fiftyTabsThatRefreshAtOnceAtEitherReplicaAllGetTheSameSuccessor() {
        var token = begin();
        var calls = new ArrayList<Callable<Optional<String>>>();
        for (var tab = 0; tab < 50; tab++) {
            var replica = replicas.get(tab % 2);
            calls.add(() -> replica.refresh(token, HERE));
        }
        var successors = new HashSet<>(atOnce(calls));

        assertThat(successors).hasSize(1).allMatch(Optional::isPresent);
        assertThat(ending(token)).isNull();
    }

    @Test
    void aSuccessorThatOneReplicaMadeTheOtherTakes() {
        var first = begin();
        var second = replicas.getFirst().refresh(first, HERE).orElseThrow();
        var third = replicas.getLast().refresh(second, HERE).orElseThrow();

        assertThat(replicas.getFirst().refresh(first, HERE)).contains(third);
    }

    @Test
    void aReplayAtAnyReplicaEndsTheFamilyAndIsToldOnce() {
        var person = somebody();
        var first = begin(person);
        var second = replicas.getFirst().refresh(first, HERE).orElseThrow();
        clock.forward(policy.reuseGrace().plusSeconds(4));
        var calls = new ArrayList<Callable<Optional<String>>>();
        for (var i = 0; i < 12; i++) {
            var replica = replicas.get(i % 2);
            calls.add(() -> replica.refresh(first, THIEF));
        }

        assertThat(atOnce(calls)).allMatch(Optional::isEmpty);
        assertThat(replicas).allMatch(it -> it.refresh(second, HERE).isEmpty());
        assertThat(ending(first)).isEqualTo(Ending.TOKEN_REUSED);
        assertThat(reuses(person.accountId())).hasSize(1);
        assertThat(reuses(person.accountId()).getFirst().device()).isEqualTo("Firefox · Linux");
        assertThat(notices.unread(person.accountId()))
                .extracting(NoticeResponse::kind)
                .containsExactly(NoticeKind.REFRESH_TOKEN_REUSED);
        assertThat(notices.unread(person.accountId()).getFirst().device()).isEqualTo("KakaoTalk · Android");
    }

    private List<AccountEvent> reuses(UUID account) {
        return activity.of(account, new UUID(-1, -1), 1000).stream()
                .filter(it -> it.kind() == EventKind.REFRESH_TOKEN_REUSED)
                .toList();
    }
}
