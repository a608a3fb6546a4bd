package io.sarangbang.auth.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts security events by kind, and sign-ins by provider and by what came of them. */
@Component
class SecurityMeters {

    private static final String SIGNED_IN = "signed-in";

    private final MeterRegistry registry;

    SecurityMeters(MeterRegistry registry) {
        this.registry = registry;
        Arrays.stream(EventKind.values()).forEach(this::events);
    }

    void count(SecurityEvent event) {
        events(event.kind()).increment();
        if (event.kind() == EventKind.SIGNED_IN) {
            signIns(Objects.requireNonNullElse(event.provider(), "none"), SIGNED_IN)
                    .increment();
        }
    }

    void failure(String provider, String fault) {
        signIns(provider, fault).increment();
    }

    private Counter events(EventKind kind) {
        return Counter.builder("auth.events")
                .description("Security events that were kept")
                .tag("kind", kind.slug())
                .register(registry);
    }

    private Counter signIns(String provider, String outcome) {
        return Counter.builder("auth.sign.ins")
                .description("Sign-ins that came back from a provider, by what came of them")
                .tags("provider", provider, "outcome", outcome)
                .register(registry);
    }
}
