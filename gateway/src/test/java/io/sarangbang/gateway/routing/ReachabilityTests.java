package io.sarangbang.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.cloud.client.DefaultServiceInstance;

class ReachabilityTests {

    private final DefaultServiceInstance instance =
            new DefaultServiceInstance("one", "room-service", "10.0.0.7", 8080, false);

    @Test
    void anInstanceIsAskedOnThePortThatItNamedForThis() {
        instance.getMetadata().put("management.port", "9090");

        assertThat(Reachability.health(instance)).hasToString("http://10.0.0.7:9090/actuator/health/readiness");
    }

    @Test
    void elseOnTheOneItHas() {
        assertThat(Reachability.health(instance)).hasToString("http://10.0.0.7:8080/actuator/health/readiness");
    }
}
