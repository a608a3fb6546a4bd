package io.sarangbang.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarangbang.auth.MovableClock;
import io.sarangbang.auth.visitor.Visitor;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/** how security events are kept and forgotten, on every database. */
@SpringBootTest
@Import(AuditContract.TestClock.class)
abstract class AuditContract {

    private static final UUID END = new UUID(-1, -1);

    private static final Visitor HERE = new Visitor("Chrome · Windows", "2001:db8:0:0:0:0:0:0/48");

    @Autowired
    private Audit audit;

    @Autowired
    private Activity activity;

    @Autowired
    private AuditPurge purge;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private MovableClock clock;

    private final UUID account = UUID.randomUUID();

    @Test
    void everyKindIsKeptWithAllThatIsKnown() {
        for (var kind : EventKind.values()) {
            audit.record(SecurityEvent.of(kind, account, HERE)
                    .session(UUID.randomUUID())
                    .provider("naver")
                    .name("😀".repeat(40)));
        }

        assertThat(activity.of(account, END, 1000))
                .extracting(AccountEvent::kind)
                .containsExactlyInAnyOrder(EventKind.values());
        assertThat(activity.of(account, END, 1000)).allSatisfy(it -> {
            assertThat(it.device()).isEqualTo("Chrome · Windows");
            assertThat(it.network()).isEqualTo("2001:db8:0:0:0:0:0:0/48");
            assertThat(it.provider()).isEqualTo("naver");
            assertThat(it.name()).isEqualTo("😀".repeat(40));
        });
    }

    @Test
    void whatHappensByItselfHasNoDevice() {
        keep(EventKind.IDENTITY_DISCONNECTED, Visitor.NONE);

        assertThat(activity.of(account, END, 1000).getFirst().device()).isNull();
        assertThat(activity.of(account, END, 1000).getFirst().network()).isNull();
    }

    @Test
    void whatDidNotHappenIsNotKept() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    keep(EventKind.API_KEY_MADE, HERE);
                    throw new IllegalStateException("the key was not made");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(activity.of(account, END, 1000)).isEmpty();
    }

    @Test
    void eventsAreForgottenAfterHalfAYear() {
        keep(EventKind.SIGNED_IN, HERE);
        clock.forward(Duration.ofDays(179));
        keep(EventKind.SIGNED_OUT, HERE);
        purge.purge();
        assertThat(activity.of(account, END, 1000)).hasSize(2);
        clock.forward(Duration.ofDays(2));
        purge.purge();

        assertThat(activity.of(account, END, 1000))
                .extracting(AccountEvent::kind)
                .containsExactly(EventKind.SIGNED_OUT);
    }

    @Test
    void thoseOfAClosedAccountAreForgottenAfterAMonth() {
        keep(EventKind.SIGNED_IN, HERE);
        keep(EventKind.ACCOUNT_CLOSED, HERE);
        var another = UUID.randomUUID();
        audit.record(SecurityEvent.of(EventKind.SIGNED_IN, another, HERE));
        clock.forward(Duration.ofDays(29));
        purge.purge();
        assertThat(activity.of(account, END, 1000)).hasSize(2);
        clock.forward(Duration.ofDays(2));
        purge.purge();

        assertThat(activity.of(account, END, 1000)).isEmpty();
        assertThat(activity.of(another, END, 1000)).hasSize(1);
    }

    private void keep(EventKind kind, Visitor visitor) {
        audit.record(SecurityEvent.of(kind, account, visitor));
    }

    @TestConfiguration
    static class TestClock {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
