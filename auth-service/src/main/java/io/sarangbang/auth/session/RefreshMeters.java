package io.sarangbang.auth.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts the sessions that browsers wanted to go on with. */
@Component
class RefreshMeters {

    private final Counter renewed;
    private final Counter ended;

    RefreshMeters(MeterRegistry registry) {
        this.renewed = counter(registry, "renewed");
        this.ended = counter(registry, "session-ended");
    }

    void count(boolean goesOn) {
        (goesOn ? renewed : ended).increment();
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("auth.refreshes")
                .description("Refresh tokens that were shown, by whether their session goes on")
                .tag("outcome", outcome)
                .register(registry);
    }
}
