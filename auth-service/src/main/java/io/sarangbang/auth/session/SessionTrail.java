package io.sarangbang.auth.session;

import io.sarangbang.auth.audit.Audit;
import io.sarangbang.auth.audit.EventKind;
import io.sarangbang.auth.audit.SecurityEvent;
import io.sarangbang.auth.notice.NoticeKind;
import io.sarangbang.auth.notice.Notices;
import io.sarangbang.auth.visitor.Visitor;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What sessions leave behind for their owner to read; in the transaction that it tells of. */
@Component
class SessionTrail {

    private final Audit audit;
    private final Notices notices;

    SessionTrail(Audit audit, Notices notices) {
        this.audit = audit;
        this.notices = notices;
    }

    void signedIn(Session session, Visitor visitor) {
        keep(EventKind.SIGNED_IN, session, visitor);
    }

    void confirmed(Session session, Visitor visitor) {
        keep(EventKind.CONFIRMED, session, visitor);
    }

    void signedOut(Session session, Visitor visitor) {
        keep(EventKind.SIGNED_OUT, session, visitor);
    }

    void ended(Session session, Visitor visitor) {
        keep(EventKind.SESSION_ENDED, session, visitor);
    }

    void othersEnded(UUID accountId, UUID stays, Visitor visitor) {
        audit.record(SecurityEvent.of(EventKind.OTHER_SESSIONS_ENDED, accountId, visitor)
                .session(stays));
    }

    /** The event names who sent the token, the notice the device that its owner will recognise. */
    void reused(Session session, Visitor visitor) {
        keep(EventKind.REFRESH_TOKEN_REUSED, session, visitor);
        notices.tell(session.accountId(), NoticeKind.REFRESH_TOKEN_REUSED, session.lastVisitor(), session.provider());
    }

    private void keep(EventKind kind, Session session, Visitor visitor) {
        var event = SecurityEvent.of(kind, session.accountId(), visitor).session(session.id());
        var provider = session.provider();
        audit.record(provider == null ? event : event.provider(provider));
    }
}
