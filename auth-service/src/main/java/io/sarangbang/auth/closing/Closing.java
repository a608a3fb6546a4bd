package io.sarangbang.auth.closing;

import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.ClosedAccounts;
import io.sarangbang.auth.apikey.ApiKeys;
import io.sarangbang.auth.audit.Audit;
import io.sarangbang.auth.audit.EventKind;
import io.sarangbang.auth.audit.SecurityEvent;
import io.sarangbang.auth.notice.Notices;
import io.sarangbang.auth.session.Ending;
import io.sarangbang.auth.session.Sessions;
import io.sarangbang.auth.visitor.Visitor;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes accounts. Everything in this service takes its locks in one order: the account, its identities, its sessions. So
 * whoever signs in, links or makes a key in the same moment was either first, and what they got ends here, or waits and then
 * finds the account closed.
 */
@Component
class Closing {

    private final Accounts accounts;
    private final ClosedAccounts closed;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final Notices notices;
    private final Audit audit;

    Closing(Accounts accounts, ClosedAccounts closed, Sessions sessions, ApiKeys keys, Notices notices, Audit audit) {
        this.accounts = accounts;
        this.closed = closed;
        this.sessions = sessions;
        this.keys = keys;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * Closes the account, unless it is closed already or there never was one.
     *
     * @return whether it was this time
     */
    @Transactional
    boolean close(UUID accountId) {
        if (!accounts.holdOpen(accountId)) {
            return false;
        }
        sessions.endAll(accountId, Ending.ACCOUNT_CLOSED);
        closed.add(accountId);
        keys.revokeAll(accountId);
        notices.forget(accountId);
        audit.record(SecurityEvent.of(EventKind.ACCOUNT_CLOSED, accountId, Visitor.NONE));
        return true;
    }
}
