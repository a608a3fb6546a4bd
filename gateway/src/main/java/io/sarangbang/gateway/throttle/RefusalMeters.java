package io.sarangbang.gateway.throttle;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what was refused because it was asked too often. */
@Component
class RefusalMeters {

    private final MeterRegistry registry;

    RefusalMeters(MeterRegistry registry) {
        this.registry = registry;
        Arrays.stream(Kind.values()).forEach(this::counter);
    }

    void count(Kind kind) {
        counter(kind).increment();
    }

    private Counter counter(Kind kind) {
        return Counter.builder("rate.limit.refusals")
                .description("Requests that were refused because there were too many")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(registry);
    }
}
