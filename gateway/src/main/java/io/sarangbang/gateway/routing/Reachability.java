package io.sarangbang.gateway.routing;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultRequest;
import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Whether requests would reach a service now: discovery knows an instance and that instance says it is well. The status is
 * one of its own, which the gateway's own health leaves out of account: a gateway is well when a service is not.
 */
class Reachability implements ReactiveHealthIndicator {

    static final Status REACHABLE = new Status("REACHABLE");
    static final Status UNREACHABLE = new Status("UNREACHABLE");
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String service;
    private final LoadBalancerClientFactory balancers;
    private final HttpClient http = HttpClient.create().responseTimeout(PATIENCE);

    Reachability(String service, LoadBalancerClientFactory balancers) {
        this.service = service;
        this.balancers = balancers;
    }

    @Override
    public Mono<Health> health() {
        return instance()
                .flatMap(this::isWell)
                .timeout(PATIENCE)
                .onErrorReturn(false)
                .defaultIfEmpty(false)
                .map(well -> Health.status(well ? REACHABLE : UNREACHABLE).build());
    }

    private Mono<ServiceInstance> instance() {
        var balancer = balancers.getInstance(service, ReactorServiceInstanceLoadBalancer.class);
        return balancer == null
                ? Mono.empty()
                : balancer.choose(new DefaultRequest<>()).mapNotNull(it -> it.getServer());
    }

    private Mono<Boolean> isWell(ServiceInstance instance) {
        return http.get()
                .uri(health(instance))
                .responseSingle((response, _) -> Mono.just(response.status().code() == 200));
    }

    /** On the port that the instance registered for its management, if it has one of its own. */
    static URI health(ServiceInstance instance) {
        var metadata = instance.getMetadata();
        var port = metadata == null ? null : metadata.get("management.port");
        return UriComponentsBuilder.fromUri(instance.getUri())
                .port(port == null ? Integer.toString(instance.getPort()) : port)
                .replacePath("/actuator/health/readiness")
                .build()
                .toUri();
    }
}
