package io.sarangbang.auth.audit;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes events after their time, and sooner those of accounts that were closed. Any replica may; twice does no harm. */
@Component
class AuditPurge {

    private static final Logger log = LoggerFactory.getLogger(AuditPurge.class);

    /** What is left over waits for the next turn. */
    private static final Limit CLOSED_AT_ONCE = Limit.of(500);

    private final AuditRows rows;
    private final AuditPolicy policy;
    private final Clock clock;

    AuditPurge(AuditRows rows, AuditPolicy policy, Clock clock) {
        this.rows = rows;
        this.policy = policy;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "11m", fixedDelayString = "1h")
    @Transactional
    void purge() {
        var now = clock.instant();
        var gone = rows.deleteOlder(now.minus(policy.keep()));
        var closed = rows.accountsWith(EventKind.ACCOUNT_CLOSED, now.minus(policy.keepClosed()), CLOSED_AT_ONCE);
        if (!closed.isEmpty()) {
            gone += rows.deleteOf(closed);
        }
        if (gone > 0) {
            log.info("{} security events deleted, those of {} closed accounts among them", gone, closed.size());
        }
    }
}
