package io.sarangbang.gateway.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.stereotype.Component;

/** Instances that took no connection a moment ago: a crash shows here seconds before discovery drops the lease. */
@Component
class Quarantine {

    private final Clock clock;
    private final RoutingSettings settings;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    Quarantine(Clock clock, RoutingSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    void add(ServiceInstance instance) {
        until.put(key(instance), clock.instant().plus(settings.quarantine()));
    }

    /** Those that may be asked; all of them when none is above suspicion, since a wrong guess costs one connection. */
    List<ServiceInstance> without(List<ServiceInstance> instances) {
        if (until.isEmpty()) {
            return instances;
        }
        until.values().removeIf(clock.instant()::isAfter);
        var good = instances.stream().filter(it -> !until.containsKey(key(it))).toList();
        return good.isEmpty() ? instances : good;
    }

    private static String key(ServiceInstance instance) {
        return instance.getHost() + ":" + instance.getPort();
    }
}
