package io.sarangbang.auth.session;

import io.sarangbang.auth.session.OwnSessionsResponse.OwnSession;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.token.Caller;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody's sessions as they see and end them themselves. */
@Component
class OwnSessions {

    /** Far more than anybody has browsers; whoever does have more ends the others together. */
    private static final Limit MOST = Limit.of(200);

    private final SessionRows rows;
    private final SessionTrail trail;
    private final Lifetimes lifetimes;

    OwnSessions(SessionRows rows, SessionTrail trail, Lifetimes lifetimes) {
        this.rows = rows;
        this.trail = trail;
        this.lifetimes = lifetimes;
    }

    @Transactional(readOnly = true)
    OwnSessionsResponse of(Caller caller) {
        var now = lifetimes.now();
        var current = caller.sessionId();
        var live = rows.liveOf(caller.accountId(), current, now, lifetimes.idleSince(now), MOST);
        return new OwnSessionsResponse(live.stream()
                .map(it -> OwnSession.of(it, lifetimes.endOf(it), current))
                .toList());
    }

    /**
     * Ends one session; one that has ended already stays as it is.
     *
     * @throws SessionNotFound when it is not the caller's
     */
    @Transactional
    void end(UUID sessionId, Caller caller, Visitor visitor) {
        var session = rows.lock(sessionId)
                .filter(it -> it.accountId().equals(caller.accountId()))
                .orElseThrow(SessionNotFound::new);
        if (lifetimes.isLive(session)) {
            session.revoke(Ending.ENDED_ELSEWHERE, lifetimes.now());
            trail.ended(session, visitor);
        }
    }

    /** Ends all of the caller's sessions but the one they call from. */
    @Transactional
    int endOthers(Caller caller, Visitor visitor) {
        var others = rows.lockAllOfAccount(caller.accountId()).stream()
                .filter(it -> !it.id().equals(caller.sessionId()))
                .filter(lifetimes::isLive)
                .toList();
        var now = lifetimes.now();
        others.forEach(it -> it.revoke(Ending.ENDED_ELSEWHERE, now));
        if (!others.isEmpty()) {
            trail.othersEnded(caller.accountId(), caller.sessionId(), visitor);
        }
        return others.size();
    }
}
