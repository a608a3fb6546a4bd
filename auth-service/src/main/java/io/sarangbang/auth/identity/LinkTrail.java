package io.sarangbang.auth.identity;

import io.sarangbang.auth.audit.Audit;
import io.sarangbang.auth.audit.EventKind;
import io.sarangbang.auth.audit.SecurityEvent;
import io.sarangbang.auth.notice.NoticeKind;
import io.sarangbang.auth.notice.Notices;
import io.sarangbang.auth.session.LiveSession;
import io.sarangbang.auth.visitor.Visitor;
import org.springframework.stereotype.Component;

/** What changes to an account's identities leave behind for its owner to read; in the transaction that it tells of. */
@Component
class LinkTrail {

    private final Audit audit;
    private final Notices notices;

    LinkTrail(Audit audit, Notices notices) {
        this.audit = audit;
        this.notices = notices;
    }

    void linked(LiveSession session, String provider, Visitor visitor) {
        keep(EventKind.IDENTITY_LINKED, session, provider, visitor);
        notices.tell(session.accountId(), NoticeKind.IDENTITY_LINKED, visitor, provider);
    }

    void unlinked(LiveSession session, String provider, Visitor visitor) {
        keep(EventKind.IDENTITY_UNLINKED, session, provider, visitor);
        notices.tell(session.accountId(), NoticeKind.IDENTITY_UNLINKED, visitor, provider);
    }

    void refused(LiveSession session, String provider, Visitor visitor) {
        keep(EventKind.LINK_REFUSED, session, provider, visitor);
    }

    private void keep(EventKind kind, LiveSession session, String provider, Visitor visitor) {
        audit.record(SecurityEvent.of(kind, session.accountId(), visitor)
                .session(session.id())
                .provider(provider));
    }
}
