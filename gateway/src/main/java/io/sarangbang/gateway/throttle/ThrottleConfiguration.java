package io.sarangbang.gateway.throttle;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
class ThrottleConfiguration {

    @Bean
    @Conditional(ThereIsRedis.class)
    Redis redis(RateLimitSettings settings) {
        return new Redis(settings.redisUrl());
    }

    @Bean
    RateLimits rateLimits(ObjectProvider<Redis> redis, RateLimitSettings settings, Clock clock, RefusalMeters meters) {
        var own = new QuotasInMemory();
        var there = redis.getIfAvailable();
        return new RateLimits(
                there == null ? own : new SharedQuotas(new QuotasInRedis(there), own, clock), settings, meters);
    }

    /** Set and empty is not set: variables that nobody fills in arrive so. */
    static final class ThereIsRedis implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("sarangbang.rate-limits.redis-url"));
        }
    }
}
