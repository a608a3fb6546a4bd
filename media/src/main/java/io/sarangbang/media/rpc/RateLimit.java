package io.sarangbang.media.rpc;

import java.util.function.LongSupplier;

/** A token bucket: a burst at once, then a steady rate. Used by one thread at a time. */
final class RateLimit {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double burst;
    private final double perNano;
    private final LongSupplier nanoClock;
    private double tokens;
    private long filledAt;

    RateLimit(int burst, int perSecond, LongSupplier nanoClock) {
        this.burst = burst;
        this.perNano = perSecond / NANOS_PER_SECOND;
        this.nanoClock = nanoClock;
        this.tokens = burst;
        this.filledAt = nanoClock.getAsLong();
    }

    boolean allows(int cost) {
        var now = nanoClock.getAsLong();
        tokens = Math.min(burst, tokens + (now - filledAt) * perNano);
        filledAt = now;
        if (tokens < cost) {
            return false;
        }
        tokens -= cost;
        return true;
    }
}
