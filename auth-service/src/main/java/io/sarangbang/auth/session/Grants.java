package io.sarangbang.auth.session;

import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.Person;
import io.sarangbang.auth.token.Bearer;
import io.sarangbang.auth.token.Mint;
import io.sarangbang.defaults.token.Caller;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Turns a live session and its newest refresh token into what the browser gets. */
@Component
class Grants {

    private final Accounts accounts;
    private final Mint mint;
    private final SessionPolicy policy;

    Grants(Accounts accounts, Mint mint, SessionPolicy policy) {
        this.accounts = accounts;
        this.mint = mint;
        this.policy = policy;
    }

    Person person(Session session) {
        return accounts.byIdentity(session.identityId()).orElseThrow();
    }

    Grant grant(Session session, String refreshToken, Instant now) {
        var person = person(session);
        var access = mint.issue(new Bearer(
                session.accountId(),
                session.id(),
                session.authenticatedAt(),
                "web",
                Caller.EVERYTHING,
                person.provider(),
                person.nickname(),
                person.picture()));
        return new Grant(access, refreshToken, Duration.between(now, session.endsAt(policy)));
    }
}
