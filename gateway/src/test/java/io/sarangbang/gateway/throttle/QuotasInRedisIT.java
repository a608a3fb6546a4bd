package io.sarangbang.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.gateway.stage.RedisServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QuotasInRedisIT extends QuotasContract {

    private static final RedisServer SERVER = RedisServer.start();
    private static final Redis ONE = new Redis(SERVER.url());
    private static final Redis OTHER = new Redis(SERVER.url());

    private final Quotas quotas = new QuotasInRedis(ONE);

    @BeforeAll
    static void connect() {
        await().until(() -> ONE.connection() != null && OTHER.connection() != null);
    }

    @AfterAll
    static void end() {
        ONE.close();
        OTHER.close();
        SERVER.close();
    }

    @Override
    Quotas quotas() {
        return quotas;
    }

    @Test
    void twoGatewaysCountTogether() {
        var quota = quota("3/1h");
        var others = new QuotasInRedis(OTHER);

        assertThat(take(quota)).isZero();
        assertThat(others.take(quota).block()).isZero();
        assertThat(take(quota)).isZero();
        assertThat(others.take(quota).block()).isPositive();
    }

    @Test
    void redisForgetsAQuotaThatIsWholeAgain() {
        var quota = quota("100/10s");
        take(quota);

        var left = ONE.connection().sync().pttl(quota.key());

        assertThat(Duration.ofMillis(left)).isPositive().isLessThan(Duration.ofSeconds(30));
    }
}
