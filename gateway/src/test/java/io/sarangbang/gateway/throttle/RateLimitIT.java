package io.sarangbang.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.gateway.stage.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Counted in a real Redis. */
class RateLimitIT extends RateLimitContract {

    private static final RedisServer SERVER = RedisServer.start();

    @Autowired
    private Redis redis;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        registry.add("REDIS_URL", SERVER::url);
    }

    @BeforeEach
    void connected() {
        await().until(() -> redis.connection() != null);
    }

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @Test
    void redisHasCounted() {
        // The first question may take longer than is waited for, on a machine that has much to do.
        await().untilAsserted(() -> {
            wire.get("/api/auth/sign-in/kakao", "X-Forwarded-For: 192.0.2.77");
            assertThat(redis.connection().sync().keys("*")).contains("sarangbang:rate:SIGN_IN:2/3600s:192.0.2.77");
        });
    }
}
