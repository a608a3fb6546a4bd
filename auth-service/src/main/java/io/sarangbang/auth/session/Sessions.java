package io.sarangbang.auth.session;

import io.sarangbang.auth.account.Person;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins, prolongs and ends sessions. Locks are taken in one order, identities before sessions, so that nothing begins or
 * goes on unseen while all of something are ended.
 */
@Component
public class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final SessionRows rows;
    private final RefreshFamily family;
    private final Grants grants;
    private final SessionTrail trail;
    private final Lifetimes lifetimes;

    Sessions(SessionRows rows, RefreshFamily family, Grants grants, SessionTrail trail, Lifetimes lifetimes) {
        this.rows = rows;
        this.family = family;
        this.grants = grants;
        this.trail = trail;
        this.lifetimes = lifetimes;
    }

    /**
     * Begins a session of somebody who proved this moment who they are.
     *
     * @param replaced the refresh token that the same browser held before; its session ends
     */
    @Transactional
    public Grant begin(Person person, Visitor visitor, @Nullable String replaced) {
        return begin(person, visitor, replaced, lifetimes.now());
    }

    /** @param provenAt when the person proved who they are */
    @Transactional
    public Grant begin(Person person, Visitor visitor, @Nullable String replaced, Instant provenAt) {
        grants.hold(person);
        if (replaced != null) {
            family.sessionOf(replaced)
                    .flatMap(it -> end(it, Ending.REPLACED))
                    .filter(it -> !it.accountId().equals(person.accountId()))
                    .ifPresent(it -> trail.signedOut(it, visitor));
        }
        var session = rows.save(new Session(person, visitor, provenAt, lifetimes));
        trail.signedIn(session, visitor);
        return firstGrant(session);
    }

    /**
     * Begins a session in place of another of the same person, who has just proven once more that they are here; what was begun
     * in the old one counts for the new one. Nothing where the old one has ended.
     */
    @Transactional
    public Optional<Grant> confirm(Person person, Visitor visitor, UUID replaced) {
        grants.hold(person);
        return rows.lock(replaced).filter(lifetimes::isLive).map(old -> {
            var session = rows.save(new Session(person, visitor, lifetimes.now(), lifetimes));
            old.replaceBy(session, lifetimes.now());
            trail.confirmed(session, visitor);
            return firstGrant(session);
        });
    }

    /** The next grant for a refresh token, or nothing where its session has ended or ends now because of a replay. */
    @Transactional
    Optional<Grant> refresh(String token, Visitor visitor) {
        // The lock comes before every other look at the family: tabs that refresh at once go one after the other.
        return family.sessionOf(token)
                .flatMap(rows::lock)
                .filter(lifetimes::isLive)
                .flatMap(it -> refresh(it, token, visitor));
    }

    /** Whether the same browser has signed in again since it was given this refresh token. */
    @Transactional(readOnly = true)
    boolean wasReplaced(String token) {
        return family.sessionOf(token)
                .flatMap(rows::findById)
                .filter(it -> it.revokedWhy() == Ending.REPLACED)
                .isPresent();
    }

    private Optional<Grant> refresh(Session session, String token, Visitor visitor) {
        var now = lifetimes.now();
        var next = family.advance(session.id(), token, now);
        if (next.isEmpty()) {
            log.warn("session {} ended: a used refresh token came again", session.id());
            session.revoke(Ending.TOKEN_REUSED, now);
            trail.reused(session, visitor);
            return Optional.empty();
        }
        session.use(visitor, now);
        return grants.grant(session, next.get(), now);
    }

    /** Ends the sessions that a browser signs out of: that of its refresh token and that of its access token. */
    @Transactional
    void signOut(Optional<String> refreshToken, Optional<Caller> caller, Visitor visitor) {
        Stream.concat(refreshToken.flatMap(family::sessionOf).stream(), caller.map(Caller::sessionId).stream())
                .distinct()
                .sorted()
                .flatMap(it -> end(it, Ending.SIGNED_OUT).stream())
                .forEach(it -> trail.signedOut(it, visitor));
    }

    /** Ends all sessions that an identity opened; whoever removes it does so in the same transaction, and tells why. */
    @Transactional
    public void endAllOf(UUID identityId, Ending why) {
        grants.hold(identityId);
        var now = lifetimes.now();
        rows.lockAllOfIdentity(identityId).forEach(it -> it.revoke(why, now));
    }

    /** Ends all of an account's sessions; whoever closes it does so in the same transaction, and tells why. */
    @Transactional
    public void endAll(UUID accountId, Ending why) {
        grants.holdAllOf(accountId);
        var now = lifetimes.now();
        rows.lockAllOfAccount(accountId).forEach(it -> it.revoke(why, now));
    }

    /** Whether the session goes on; an access token may hold longer than that. */
    @Transactional(readOnly = true)
    public boolean isLive(UUID sessionId) {
        return rows.findById(sessionId).filter(lifetimes::isLive).isPresent();
    }

    /** Whose live session a refresh token belongs to; asking uses nothing up. */
    @Transactional(readOnly = true)
    public Optional<UUID> accountOf(String refreshToken) {
        return family.sessionOf(refreshToken)
                .flatMap(rows::findById)
                .filter(lifetimes::isLive)
                .map(Session::accountId);
    }

    /** A page of the sessions that are kept of an account, newest first; also those that ended a while ago. */
    @Transactional(readOnly = true)
    public List<AccountSession> ofAccount(UUID accountId, UUID before, int limit) {
        return rows.findByAccountIdAndIdLessThanOrderByIdDesc(accountId, before, Limit.of(limit)).stream()
                .map(Session::exported)
                .toList();
    }

    /** Where an account's session was used last. */
    @Transactional(readOnly = true)
    public Optional<Visitor> visitor(UUID sessionId, UUID accountId) {
        return rows.findById(sessionId)
                .filter(it -> it.accountId().equals(accountId))
                .map(Session::lastVisitor);
    }

    /** The person whom the caller's session still speaks for; nobody where it has ended meanwhile. */
    @Transactional(readOnly = true)
    Optional<Person> person(Caller caller) {
        return rows.findById(caller.sessionId()).filter(lifetimes::isLive).flatMap(grants::person);
    }

    private Grant firstGrant(Session session) {
        var now = session.createdAt();
        return grants.grant(session, family.begin(session.id(), now), now).orElseThrow();
    }

    /** Ends a session that goes on; nothing where it does not. */
    private Optional<Session> end(UUID sessionId, Ending why) {
        var live = rows.lock(sessionId).filter(lifetimes::isLive);
        live.ifPresent(it -> it.revoke(why, lifetimes.now()));
        return live;
    }
}
