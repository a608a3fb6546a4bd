package io.sarangbang.auth.apikey;

import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.session.Sessions;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.problem.NotSignedIn;
import io.sarangbang.defaults.token.Caller;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys that people make and take back. */
@Component
public class ApiKeys {

    private final ApiKeyRows rows;
    private final Accounts accounts;
    private final Sessions sessions;
    private final KeyTrail trail;
    private final ApiKeySettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(
            ApiKeyRows rows,
            Accounts accounts,
            Sessions sessions,
            KeyTrail trail,
            ApiKeySettings settings,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.sessions = sessions;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    List<ApiKey> of(Caller caller) {
        return rows.findByAccountIdAndRevokedAtIsNullOrderByCreatedAtDescIdDesc(caller.accountId());
    }

    @Transactional
    MadeKey make(Caller caller, KeyTerms terms, Visitor visitor) {
        // The lock has two who make a key at once go one after the other, so that both see how many there are.
        if (!accounts.holdOpen(caller.accountId()) || !sessions.isLive(caller.sessionId())) {
            // A key outlasts its maker's session, so the little while that a token outlives it must not be enough.
            throw new NotSignedIn("The session has ended.");
        }
        var now = clock.instant();
        if (rows.countLive(caller.accountId(), now) >= settings.perAccount()) {
            throw new TooManyApiKeys(settings.perAccount());
        }
        var secret = KeySecret.random(random);
        var key = rows.save(new ApiKey(caller.accountId(), secret, terms, now));
        trail.made(key, caller, visitor);
        return new MadeKey(key, secret);
    }

    @Transactional
    void revoke(Caller caller, UUID id, Visitor visitor) {
        var key = rows.findByIdAndAccountId(id, caller.accountId()).orElseThrow(ApiKeyNotFound::new);
        if (rows.revoke(id, clock.instant()) > 0) {
            trail.revoked(key, caller, visitor);
        }
    }

    /** A page of the keys that are kept of an account, newest first; also those that ended a while ago. */
    @Transactional(readOnly = true)
    public List<AccountKey> ofAccount(UUID accountId, UUID before, int limit) {
        return rows.findByAccountIdAndIdLessThanOrderByIdDesc(accountId, before, Limit.of(limit)).stream()
                .map(ApiKey::exported)
                .toList();
    }

    /** Takes back all keys of an account. */
    @Transactional
    public int revokeAll(UUID accountId) {
        return rows.revokeAll(accountId, clock.instant());
    }
}
