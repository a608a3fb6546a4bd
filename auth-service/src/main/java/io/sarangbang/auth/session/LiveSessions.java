package io.sarangbang.auth.session;

import io.sarangbang.defaults.token.Caller;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which session speaks for somebody now. */
@Component
public class LiveSessions {

    private final SessionRows rows;
    private final Lifetimes lifetimes;

    LiveSessions(SessionRows rows, Lifetimes lifetimes) {
        this.rows = rows;
        this.lifetimes = lifetimes;
    }

    /** The caller's session, unless it has ended; an access token may hold longer than that. */
    @Transactional(readOnly = true)
    public Optional<LiveSession> of(Caller caller) {
        return live(rows.findById(caller.sessionId()));
    }

    /** The session that speaks for this one: itself, or the one that its person confirmed it with. */
    @Transactional(readOnly = true)
    public Optional<LiveSession> inPlaceOf(UUID sessionId) {
        return live(last(sessionId, rows::findById));
    }

    /**
     * The same, held until the running transaction ends. Who is to change the session asks this and nothing before it: an entity
     * that was read before is not read again when it is locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<LiveSession> holdInPlaceOf(UUID sessionId) {
        return live(last(sessionId, rows::lock));
    }

    private static Optional<Session> last(UUID sessionId, Function<UUID, Optional<Session>> find) {
        var session = find.apply(sessionId);
        while (session.map(Session::replacedBy).isPresent()) {
            session = session.map(Session::replacedBy).flatMap(find);
        }
        return session;
    }

    private Optional<LiveSession> live(Optional<Session> session) {
        return session.filter(lifetimes::isLive).map(Session::live);
    }
}
