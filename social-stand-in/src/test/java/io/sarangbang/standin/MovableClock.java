package io.sarangbang.standin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Real time plus whatever a test has let pass. */
public class MovableClock extends Clock {

    private Duration passed = Duration.ZERO;

    public synchronized void pass(Duration time) {
        passed = passed.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public synchronized Instant instant() {
        return Instant.now().plus(passed);
    }
}
