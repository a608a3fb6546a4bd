package io.sarangbang.gateway.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Counts what this gateway is asked. A quota that is whole again is forgotten. */
final class QuotasInMemory implements Quotas {

    /** Half a kilobyte each. Whoever has more addresses than this makes us forget others; they only regain their quota. */
    static final int MOST = 10_000;

    private final Cache<Quota, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(
                    Expiry.<Quota, Bucket>accessing((quota, _) -> quota.rate().period()))
            .build();

    @Override
    public Mono<Duration> take(Quota quota) {
        return Mono.fromSupplier(() ->
                Duration.ofNanos(bucket(quota).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill()));
    }

    @Override
    public Mono<Duration> look(Quota quota) {
        return Mono.fromSupplier(
                () -> Duration.ofNanos(bucket(quota).estimateAbilityToConsume(1).getNanosToWaitForRefill()));
    }

    /** How many are remembered; for tests. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(Quota quota) {
        return buckets.get(quota, it -> Bucket.builder().addLimit(it.limit()).build());
    }
}
