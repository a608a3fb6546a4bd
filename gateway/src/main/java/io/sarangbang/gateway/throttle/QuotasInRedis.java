package io.sarangbang.gateway.throttle;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Counts what all gateways together are asked. Redis forgets a quota that is whole again by itself. */
final class QuotasInRedis implements Quotas {

    private static final Duration UNUSED = Duration.ofSeconds(10);

    private final Redis redis;
    private volatile @Nullable AsyncProxyManager<String> buckets;

    QuotasInRedis(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Mono<Duration> take(Quota quota) {
        return ask(
                quota,
                it -> it.tryConsumeAndReturnRemaining(1)
                        .thenApply(probe -> Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }

    @Override
    public Mono<Duration> look(Quota quota) {
        return ask(
                quota,
                it -> it.estimateAbilityToConsume(1)
                        .thenApply(probe -> Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }

    private Mono<Duration> ask(Quota quota, Function<AsyncBucketProxy, CompletableFuture<Duration>> question) {
        return Mono.fromFuture(() -> {
            var known = buckets();
            return known == null
                    ? CompletableFuture.failedFuture(new RedisConnectionException("no connection yet"))
                    : question.apply(known.builder()
                            .build(
                                    quota.key(),
                                    BucketConfiguration.builder()
                                            .addLimit(quota.limit())
                                            .build()));
        });
    }

    private @Nullable AsyncProxyManager<String> buckets() {
        var known = buckets;
        var connection = known == null ? redis.connection() : null;
        if (connection != null) {
            known = Bucket4jLettuce.casBasedBuilder(connection)
                    .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(UNUSED))
                    .build()
                    .asAsync();
            buckets = known;
        }
        return known;
    }
}
