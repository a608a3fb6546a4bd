package io.sarangbang.gateway.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.client.loadbalancer.EmptyResponse;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Mono;

/** Instances take turns; those in quarantine are passed over. */
class Turns implements ReactorServiceInstanceLoadBalancer {

    private final ObjectProvider<ServiceInstanceListSupplier> instances;
    private final Quarantine quarantine;
    private final Clock clock;
    private final Duration memory;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile Seen last = new Seen(List.of(), Instant.MIN);

    Turns(ObjectProvider<ServiceInstanceListSupplier> instances, Quarantine quarantine, Clock clock, Duration memory) {
        this.instances = instances;
        this.quarantine = quarantine;
        this.clock = clock;
        this.memory = memory;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface declares it
    public Mono<Response<ServiceInstance>> choose(Request request) {
        return instances.getObject().get(request).next().map(this::pick);
    }

    private Response<ServiceInstance> pick(List<ServiceInstance> told) {
        var known = believed(told);
        if (known.isEmpty()) {
            return new EmptyResponse();
        }
        var good = quarantine.without(known);
        return new DefaultResponse(good.get(Math.floorMod(turn.getAndIncrement(), good.size())));
    }

    /**
     * A registry that was restarted knows nobody until everybody has renewed. Those it knew a moment ago are worth a try: one
     * that is gone takes no connection, and that is told as well as an empty list.
     */
    private List<ServiceInstance> believed(List<ServiceInstance> told) {
        var now = clock.instant();
        if (!told.isEmpty()) {
            last = new Seen(told, now);
            return told;
        }
        var seen = last;
        return seen.instances.isEmpty() || now.isAfter(seen.at.plus(memory)) ? told : seen.instances;
    }

    private record Seen(List<ServiceInstance> instances, Instant at) {}
}
