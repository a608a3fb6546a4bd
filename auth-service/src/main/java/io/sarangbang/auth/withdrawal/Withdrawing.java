package io.sarangbang.auth.withdrawal;

import io.sarangbang.auth.account.Withdrawals;
import io.sarangbang.auth.account.Withdrawals.Withdrawn;
import io.sarangbang.auth.audit.Audit;
import io.sarangbang.auth.audit.EventKind;
import io.sarangbang.auth.audit.SecurityEvent;
import io.sarangbang.auth.notice.NoticeKind;
import io.sarangbang.auth.notice.Notices;
import io.sarangbang.auth.provider.Subject;
import io.sarangbang.auth.session.Ending;
import io.sarangbang.auth.session.Sessions;
import io.sarangbang.auth.visitor.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends an identity that has ended at the provider. Twice does no more than once. */
@Component
class Withdrawing {

    private static final Logger log = LoggerFactory.getLogger(Withdrawing.class);

    private final Withdrawals withdrawals;
    private final Sessions sessions;
    private final Audit audit;
    private final Notices notices;

    Withdrawing(Withdrawals withdrawals, Sessions sessions, Audit audit, Notices notices) {
        this.withdrawals = withdrawals;
        this.sessions = sessions;
        this.audit = audit;
        this.notices = notices;
    }

    @Transactional
    void end(Subject who) {
        withdrawals.withdraw(who.provider(), who.app(), who.id()).ifPresent(it -> end(it, who.provider()));
    }

    private void end(Withdrawn withdrawn, String provider) {
        sessions.endAllOf(withdrawn.identityId(), Ending.IDENTITY_GONE);
        var account = withdrawn.accountId();
        audit.record(SecurityEvent.of(EventKind.IDENTITY_DISCONNECTED, account, Visitor.NONE)
                .provider(provider));
        notices.tell(account, NoticeKind.IDENTITY_DISCONNECTED, Visitor.NONE, provider);
        if (withdrawn.asleep()) {
            log.info("account {} sleeps: it has no other identity than the one that ended at {}", account, provider);
        }
    }
}
