package io.sarangbang.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultRequest;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Flux;

class TurnsTests {

    private final Ticking clock = new Ticking();
    private final Registry registry = new Registry();
    private final Turns turns = turns();

    @Test
    void instancesTakeTurns() {
        registry.told = List.of(instance(1), instance(2));

        assertThat(List.of(chosen(), chosen(), chosen())).containsExactly(1, 2, 1);
    }

    @Test
    void thoseKnownAMomentAgoAreTriedWhileARestartedRegistryKnowsNobody() {
        registry.told = List.of(instance(1));
        chosen();
        registry.told = List.of();

        clock.passes(Duration.ofSeconds(14));
        assertThat(chosen()).isEqualTo(1);
        clock.passes(Duration.ofSeconds(2));
        assertThat(chosen()).isNull();
    }

    @Test
    void nobodyIsTriedWhereNobodyWasEverKnown() {
        registry.told = List.of();

        assertThat(chosen()).isNull();
    }

    private Integer chosen() {
        var server = turns.choose(new DefaultRequest<>()).block().getServer();
        return server == null ? null : server.getPort();
    }

    private Turns turns() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("registry", registry);
        var memory = Duration.ofSeconds(15);
        var quarantine = new Quarantine(clock, new RoutingSettings(null, null, Duration.ofSeconds(5), memory));
        return new Turns(beans.getBeanProvider(ServiceInstanceListSupplier.class), quarantine, clock, memory);
    }

    private static ServiceInstance instance(int port) {
        return new DefaultServiceInstance("room-service-" + port, "room-service", "localhost", port, false);
    }

    private static final class Registry implements ServiceInstanceListSupplier {

        private List<ServiceInstance> told = List.of();

        @Override
        public String getServiceId() {
            return "room-service";
        }

        @Override
        public Flux<List<ServiceInstance>> get() {
            return Flux.just(told);
        }
    }

    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-11-20T00:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
