package io.sarangbang.auth.session;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When sessions end by themselves. */
@Component
class Lifetimes {

    private final SessionPolicy policy;
    private final Clock clock;

    Lifetimes(SessionPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The end that no use of a session that begins now moves. */
    Instant absoluteEnd(Instant now) {
        return now.plus(policy.absoluteLife());
    }

    /** When the session ends unless it is used before. */
    Instant endOf(Session session) {
        return session.endsAt(policy);
    }

    boolean isLive(Session session) {
        return session.isLive(now(), policy);
    }

    /** What was not used since then has ended. */
    Instant idleSince(Instant now) {
        return now.minus(policy.idleLife());
    }
}
