package io.sarangbang.auth.apikey;

import io.sarangbang.auth.audit.Audit;
import io.sarangbang.auth.audit.EventKind;
import io.sarangbang.auth.audit.SecurityEvent;
import io.sarangbang.auth.notice.NoticeKind;
import io.sarangbang.auth.notice.Notices;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.token.Caller;
import org.springframework.stereotype.Component;

/** What keys leave behind for their owner to read; in the transaction that it tells of. */
@Component
class KeyTrail {

    private final Audit audit;
    private final Notices notices;

    KeyTrail(Audit audit, Notices notices) {
        this.audit = audit;
        this.notices = notices;
    }

    void made(ApiKey key, Caller caller, Visitor visitor) {
        keep(EventKind.API_KEY_MADE, key, caller, visitor);
        notices.tell(caller.accountId(), NoticeKind.API_KEY_MADE, visitor, null);
    }

    void revoked(ApiKey key, Caller caller, Visitor visitor) {
        keep(EventKind.API_KEY_REVOKED, key, caller, visitor);
    }

    private void keep(EventKind kind, ApiKey key, Caller caller, Visitor visitor) {
        audit.record(SecurityEvent.of(kind, caller.accountId(), visitor)
                .session(caller.sessionId())
                .name(key.name()));
    }
}
