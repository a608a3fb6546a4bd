package io.sarangbang.auth.export;

import io.sarangbang.auth.audit.Audit;
import io.sarangbang.auth.audit.EventKind;
import io.sarangbang.auth.audit.SecurityEvent;
import io.sarangbang.auth.session.Sessions;
import io.sarangbang.auth.visitor.Visitor;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes that somebody took an account's data along, and where they were. */
@Component
class ExportTrail {

    private final Sessions sessions;
    private final Audit audit;

    ExportTrail(Sessions sessions, Audit audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The request itself comes from another service: the session tells whose browser asked that one. */
    void exported(UUID accountId, UUID sessionId) {
        var visitor = sessions.visitor(sessionId, accountId).orElse(Visitor.NONE);
        audit.record(
                SecurityEvent.of(EventKind.DATA_EXPORTED, accountId, visitor).session(sessionId));
    }
}
