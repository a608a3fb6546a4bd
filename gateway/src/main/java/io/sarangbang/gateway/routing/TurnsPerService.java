package io.sarangbang.gateway.routing;

import java.time.Clock;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.ReactorLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Not marked as a configuration, so that no scan finds it: the load balancer makes one context of it for each service. */
class TurnsPerService {

    @Bean
    ReactorLoadBalancer<ServiceInstance> turns(
            Environment environment,
            LoadBalancerClientFactory services,
            Quarantine quarantine,
            Clock clock,
            RoutingSettings settings) {
        var service = environment.getRequiredProperty(LoadBalancerClientFactory.PROPERTY_NAME);
        var instances = services.getLazyProvider(service, ServiceInstanceListSupplier.class);
        return new Turns(instances, quarantine, clock, settings.memory());
    }
}
