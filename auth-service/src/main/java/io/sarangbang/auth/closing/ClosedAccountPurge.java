package io.sarangbang.auth.closing;

import io.sarangbang.auth.account.ClosedAccounts;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets closed accounts once nothing of them is kept. Any replica may; twice does no harm. */
@Component
class ClosedAccountPurge {

    private static final Logger log = LoggerFactory.getLogger(ClosedAccountPurge.class);

    /** Longer than any token holds and any request lasts, for accounts of which nothing is kept. */
    private static final Duration AT_LEAST = Duration.ofDays(1);

    private final ClosedAccounts closed;
    private final Clock clock;

    ClosedAccountPurge(ClosedAccounts closed, Clock clock) {
        this.closed = closed;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "13m", fixedDelayString = "1h")
    void purge() {
        var gone = closed.forget(clock.instant().minus(AT_LEAST));
        if (gone > 0) {
            log.info("{} closed accounts forgotten", gone);
        }
    }
}
