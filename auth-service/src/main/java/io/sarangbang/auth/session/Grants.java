package io.sarangbang.auth.session;

import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.Person;
import io.sarangbang.auth.token.Bearer;
import io.sarangbang.auth.token.Mint;
import io.sarangbang.defaults.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.CannotAcquireLockException;
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

    Optional<Person> person(Session session) {
        return accounts.byIdentity(session.identityId());
    }

    /** Keeps the person's identity until the transaction ends. */
    void hold(Person person) {
        if (!hold(person.identityId())) {
            throw new CannotAcquireLockException("the identity went while its session began");
        }
    }

    boolean hold(UUID identityId) {
        return accounts.hold(identityId);
    }

    void holdAllOf(UUID accountId) {
        accounts.holdAllOf(accountId);
    }

    /** Nothing where the identity that opened the session is gone. The access token ends with the session at the latest. */
    Optional<Grant> grant(Session session, String refreshToken, Instant now) {
        var end = session.endsAt(policy);
        return person(session)
                .map(it -> mint.issue(bearer(session, it), end))
                .map(it -> new Grant(it, refreshToken, Duration.between(now, end)));
    }

    private static Bearer bearer(Session session, Person person) {
        return new Bearer(
                session.accountId(),
                session.id(),
                session.authenticatedAt(),
                "web",
                Caller.EVERYTHING,
                person.provider(),
                person.nickname(),
                person.picture());
    }
}
