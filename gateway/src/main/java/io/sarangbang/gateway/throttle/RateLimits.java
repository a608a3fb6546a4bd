package io.sarangbang.gateway.throttle;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Refuses what is asked too often. Whatever has no limit passes. */
final class RateLimits {

    private final Quotas quotas;
    private final RateLimitSettings settings;
    private final RefusalMeters meters;

    RateLimits(Quotas quotas, RateLimitSettings settings, RefusalMeters meters) {
        this.quotas = quotas;
        this.settings = settings;
        this.meters = meters;
    }

    /** Counts one of this kind from this address, or fails with {@link TooManyRequests}. */
    Mono<Void> fromAddress(Kind kind, String address) {
        return refuse(settings.perAddress(), kind, address, quotas::take);
    }

    /** The same in this person's name. */
    Mono<Void> fromAccount(Kind kind, String account) {
        return refuse(settings.perAccount(), kind, account, quotas::take);
    }

    /** Fails where {@link #fromAddress} would, and counts nothing. */
    Mono<Void> lookFromAddress(Kind kind, String address) {
        return refuse(settings.perAddress(), kind, address, quotas::look);
    }

    private Mono<Void> refuse(Map<Kind, Rate> limits, Kind kind, String whose, Function<Quota, Mono<Duration>> ask) {
        var rate = limits.get(kind);
        return rate == null
                ? Mono.empty()
                : ask.apply(new Quota(kind, whose, rate))
                        .flatMap(wait -> wait.isZero() ? Mono.empty() : refused(kind, wait));
    }

    private Mono<Void> refused(Kind kind, Duration wait) {
        meters.count(kind);
        return Mono.error(new TooManyRequests(wait));
    }
}
