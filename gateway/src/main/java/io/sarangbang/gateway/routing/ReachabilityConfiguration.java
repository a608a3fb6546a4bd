package io.sarangbang.gateway.routing;

import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One health group for each service, {@code /actuator/health/room-service}: what {@code bin/dev} waits for. */
@Configuration(proxyBeanMethods = false)
class ReachabilityConfiguration {

    @Bean("auth-service-reachable")
    ReactiveHealthIndicator authService(LoadBalancerClientFactory balancers) {
        return new Reachability("auth-service", balancers);
    }

    @Bean("user-service-reachable")
    ReactiveHealthIndicator userService(LoadBalancerClientFactory balancers) {
        return new Reachability("user-service", balancers);
    }

    @Bean("room-service-reachable")
    ReactiveHealthIndicator roomService(LoadBalancerClientFactory balancers) {
        return new Reachability("room-service", balancers);
    }
}
