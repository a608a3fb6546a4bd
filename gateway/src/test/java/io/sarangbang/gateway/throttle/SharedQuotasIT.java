package io.sarangbang.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.gateway.stage.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Redis comes and goes; the limits stay. */
@ExtendWith(OutputCaptureExtension.class)
class SharedQuotasIT {

    private static final String AWAY = "Redis does not answer";
    private static final String BACK = "Redis answers again";

    private final RedisServer server = RedisServer.absent();
    private final Redis redis = new Redis(server.url());
    private final Quotas quotas = new SharedQuotas(new QuotasInRedis(redis), new QuotasInMemory(), Clock.systemUTC());
    private final Quota quota = new Quota(Kind.REFRESH, UUID.randomUUID().toString(), Rate.valueOf("3/1h"));

    @AfterEach
    void end() {
        redis.close();
        server.close();
    }

    @Test
    void withoutRedisTheGatewayCountsByItselfFromTheStart(CapturedOutput output) {
        exhaust();

        assertThat(take()).isPositive();
        assertThat(output.getAll()).containsOnlyOnce(AWAY);
    }

    @Test
    void redisThatComesLaterIsUsedFromThenOn(CapturedOutput output) {
        exhaust();

        server.begin();

        // Redis has not counted what came before, so there it is whole.
        await().atMost(Duration.ofSeconds(10)).until(() -> take().isZero());
        assertThat(output.getAll()).containsOnlyOnce(AWAY).containsOnlyOnce(BACK);
    }

    @Test
    void redisThatEndsAndReturnsNeitherOpensNorClosesTheDoor(CapturedOutput output) {
        server.begin();
        await().until(() -> redis.connection() != null);
        exhaust();
        assertThat(take()).isPositive();

        server.end();
        exhaust(); // its own memory has counted nothing yet
        assertThat(take()).isPositive();

        server.begin();
        await().atMost(Duration.ofSeconds(10)).until(() -> take().isZero());
        assertThat(output.getAll()).containsOnlyOnce(AWAY).containsOnlyOnce(BACK);
    }

    @Test
    void redisThatFreezesHoldsUpNobodyForLong() {
        server.begin();
        await().until(() -> redis.connection() != null);
        take();
        server.freeze();
        var start = Instant.now();

        for (int i = 0; i < 3; i++) {
            assertThat(take()).isZero();
        }
        assertThat(take()).isPositive();

        // Only the first one had to find out.
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(2500));
        server.thaw();
    }

    private void exhaust() {
        for (int i = 0; i < 3; i++) {
            assertThat(take()).isZero();
        }
    }

    private Duration take() {
        return quotas.take(quota).block(Duration.ofSeconds(5));
    }
}
