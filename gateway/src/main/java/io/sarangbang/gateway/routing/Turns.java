package io.sarangbang.gateway.routing;

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
    private final AtomicInteger turn = new AtomicInteger();

    Turns(ObjectProvider<ServiceInstanceListSupplier> instances, Quarantine quarantine) {
        this.instances = instances;
        this.quarantine = quarantine;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface declares it
    public Mono<Response<ServiceInstance>> choose(Request request) {
        return instances.getObject().get(request).next().map(this::pick);
    }

    private Response<ServiceInstance> pick(List<ServiceInstance> known) {
        if (known.isEmpty()) {
            return new EmptyResponse();
        }
        var good = quarantine.without(known);
        return new DefaultResponse(good.get(Math.floorMod(turn.getAndIncrement(), good.size())));
    }
}
