package io.sarangbang.auth.session;

import io.sarangbang.auth.token.Mint;
import io.sarangbang.defaults.setup.SetupRefused;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes sessions, and with them their tokens, some time after they ended. Any replica may; twice does no harm. */
@Component
class SessionPurge {

    private static final Logger log = LoggerFactory.getLogger(SessionPurge.class);

    private static final Duration MARGIN = Duration.ofHours(1);

    private final SessionRows rows;
    private final SessionPolicy policy;
    private final Clock clock;

    SessionPurge(SessionRows rows, SessionPolicy policy, Mint mint, Clock clock) {
        if (policy.keepEnded().compareTo(mint.longestLife().plus(MARGIN)) < 0) {
            throw new SetupRefused("sarangbang.session.keep-ended must be longer than a token holds and an hour: else"
                    + " gateways would not hear of a session's end.");
        }
        this.rows = rows;
        this.policy = policy;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "10m", fixedDelayString = "1h")
    @Transactional
    void purge() {
        var endedBy = clock.instant().minus(policy.keepEnded());
        var gone = rows.deleteEnded(endedBy, endedBy.minus(policy.idleLife()));
        if (gone > 0) {
            log.info("{} sessions that ended before {} deleted", gone, endedBy);
        }
    }
}
