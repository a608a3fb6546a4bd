package io.sarangbang.auth.notice;

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

/** What people are told until they have read it, on every database. */
@SpringBootTest
@Import(NoticesContract.TestClock.class)
abstract class NoticesContract {

    private static final Visitor HERE = new Visitor("Chrome · Windows", "203.0.113.0/24");

    @Autowired
    private Notices notices;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private MovableClock clock;

    private final UUID account = UUID.randomUUID();

    @Test
    void everyKindIsToldNewestFirst() {
        for (var kind : NoticeKind.values()) {
            notices.tell(account, kind, HERE, "kakao");
        }

        assertThat(notices.unread(account))
                .extracting(NoticeResponse::kind)
                .containsExactlyElementsOf(
                        java.util.List.of(NoticeKind.values()).reversed());
        assertThat(notices.unread(account)).extracting(NoticeResponse::device).containsOnly("Chrome · Windows");
        assertThat(notices.unread(account)).extracting(NoticeResponse::provider).containsOnly("kakao");
        assertThat(notices.unread(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whatNoDeviceDidNamesNone() {
        notices.tell(account, NoticeKind.IDENTITY_DISCONNECTED, Visitor.NONE, null);

        assertThat(notices.unread(account).getFirst().device()).isNull();
        assertThat(notices.unread(account).getFirst().provider()).isNull();
    }

    @Test
    void onlyItsOwnerReadsOne() {
        notices.tell(account, NoticeKind.API_KEY_MADE, HERE, null);
        var notice = notices.unread(account).getFirst().id();
        notices.read(notice, UUID.randomUUID());
        assertThat(notices.unread(account)).hasSize(1);
        notices.read(notice, account);
        notices.read(notice, account);

        assertThat(notices.unread(account)).isEmpty();
    }

    @Test
    void ofVeryManyTheNewestAreTold() {
        for (var i = 0; i < 25; i++) {
            notices.tell(account, NoticeKind.API_KEY_MADE, HERE, null);
        }
        notices.tell(account, NoticeKind.REFRESH_TOKEN_REUSED, HERE, null);

        assertThat(notices.unread(account)).hasSize(20);
        assertThat(notices.unread(account).getFirst().kind()).isEqualTo(NoticeKind.REFRESH_TOKEN_REUSED);
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    notices.tell(account, NoticeKind.IDENTITY_LINKED, HERE, "naver");
                    throw new IllegalStateException("it was not linked");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(notices.unread(account)).isEmpty();
    }

    @Test
    void theyAreForgottenWithTheAccountAndAfterHalfAYear() {
        var closed = UUID.randomUUID();
        notices.tell(closed, NoticeKind.API_KEY_MADE, HERE, null);
        notices.tell(account, NoticeKind.API_KEY_MADE, HERE, null);
        notices.forget(closed);
        assertThat(notices.unread(closed)).isEmpty();
        clock.forward(Duration.ofDays(179));
        notices.purge();
        assertThat(notices.unread(account)).hasSize(1);
        clock.forward(Duration.ofDays(2));
        notices.purge();

        assertThat(notices.unread(account)).isEmpty();
    }

    @TestConfiguration
    static class TestClock {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
