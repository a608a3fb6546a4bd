package io.sarangbang.auth.session;

import io.sarangbang.auth.account.Person;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.token.Caller;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins, prolongs and ends sessions. */
@Component
public class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final SessionRows rows;
    private final RefreshFamily family;
    private final Grants grants;
    private final SessionPolicy policy;
    private final Clock clock;

    Sessions(SessionRows rows, RefreshFamily family, Grants grants, SessionPolicy policy, Clock clock) {
        this.rows = rows;
        this.family = family;
        this.grants = grants;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Begins a session.
     *
     * @param replaced the refresh token that the same browser held before; its session ends
     */
    @Transactional
    public Grant begin(Person person, Visitor visitor, @Nullable String replaced) {
        if (replaced != null) {
            family.sessionOf(replaced).ifPresent(it -> end(it, Ending.REPLACED));
        }
        var now = clock.instant();
        var session = rows.save(new Session(person, visitor, now, policy.absoluteLife()));
        return grants.grant(session, family.begin(session.id(), now), now);
    }

    /** The next grant for a refresh token, or nothing where its session has ended or ends now because of a replay. */
    @Transactional
    Optional<Grant> refresh(String token) {
        // The lock comes before every other look at the family: tabs that refresh at once go one after the other.
        return family.sessionOf(token).flatMap(rows::lock).flatMap(it -> refresh(it, token));
    }

    private Optional<Grant> refresh(Session session, String token) {
        var now = clock.instant();
        if (!session.isLive(now, policy)) {
            return Optional.empty();
        }
        var next = family.advance(session.id(), token, now);
        if (next.isEmpty()) {
            log.warn("session {} ended: a used refresh token came again", session.id());
            session.revoke(Ending.TOKEN_REUSED, now);
            return Optional.empty();
        }
        session.use(now);
        return Optional.of(grants.grant(session, next.get(), now));
    }

    /** Ends the sessions that a browser signs out of: that of its refresh token and that of its access token. */
    @Transactional
    void signOut(Optional<String> refreshToken, Optional<Caller> caller) {
        refreshToken.flatMap(family::sessionOf).ifPresent(it -> end(it, Ending.SIGNED_OUT));
        caller.map(Caller::sessionId).ifPresent(it -> end(it, Ending.SIGNED_OUT));
    }

    /** The person whom the caller's session still speaks for; nobody where it has ended meanwhile. */
    @Transactional(readOnly = true)
    Optional<Person> person(Caller caller) {
        return rows.findById(caller.sessionId())
                .filter(it -> it.isLive(clock.instant(), policy))
                .map(grants::person);
    }

    private void end(UUID sessionId, Ending why) {
        rows.lock(sessionId).ifPresent(it -> it.revoke(why, clock.instant()));
    }
}
