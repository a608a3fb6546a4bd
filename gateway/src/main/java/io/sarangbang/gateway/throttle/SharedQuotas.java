package io.sarangbang.gateway.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Counts in Redis, and in this gateway's own memory while Redis does not answer: nobody is let through uncounted then, and
 * nobody is refused for it.
 */
final class SharedQuotas implements Quotas {

    private static final Logger log = LoggerFactory.getLogger(SharedQuotas.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Quotas shared;
    private final Quotas own;
    private final Clock clock;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile Instant notBefore = Instant.MIN;

    SharedQuotas(Quotas shared, Quotas own, Clock clock) {
        this.shared = shared;
        this.own = own;
        this.clock = clock;
    }

    @Override
    public Mono<Duration> take(Quota quota) {
        return ask(it -> it.take(quota));
    }

    @Override
    public Mono<Duration> look(Quota quota) {
        return ask(it -> it.look(quota));
    }

    private Mono<Duration> ask(Function<Quotas, Mono<Duration>> question) {
        return Mono.defer(() -> isWorthAsking()
                ? question.apply(shared).timeout(PATIENCE).doOnNext(_ -> back()).onErrorResume(failure -> {
                    gone(failure);
                    return question.apply(own);
                })
                : question.apply(own));
    }

    /** While Redis is away, one request a second finds out whether it still is; the others need not wait for that. */
    private boolean isWorthAsking() {
        var now = clock.instant();
        if (now.isBefore(notBefore)) {
            return false;
        }
        if (away.get()) {
            notBefore = now.plus(PATIENCE).plus(PAUSE);
        }
        return true;
    }

    private void gone(Throwable failure) {
        notBefore = clock.instant().plus(PAUSE);
        if (away.compareAndSet(false, true)) {
            log.warn("Redis does not answer; this gateway counts by itself until it does: {}", failure.toString());
        }
    }

    private void back() {
        if (away.compareAndSet(true, false)) {
            notBefore = Instant.MIN;
            log.info("Redis answers again; gateways count together");
        }
    }
}
