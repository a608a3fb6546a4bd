package io.sarangbang.defaults.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.observation.ObservationRegistry;
import io.sarangbang.defaults.request.RequestId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;

class ServiceClientTests {

    private static final ServiceSettings SETTINGS = new ServiceSettings("kW3pZ7vNq1xT9mB5rJ4cLs8PfUe2HdAy");
    private static final ServiceCall CALL = ServiceCall.get("room-service", "/internal/people/7?all=yes");

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<HttpExchange> asked = new CopyOnWriteArrayList<>();
    private final Registry registry = new Registry();
    private final ServiceClient client = new ServiceClient(
            registry, new ServiceCredentials("user-service", SETTINGS, Clock.systemUTC()), ObservationRegistry.NOOP);

    @AfterEach
    void stop() {
        MDC.clear();
        servers.forEach(it -> it.stop(0));
    }

    @Test
    void aServiceIsToldWhoCallsAndForWhichRequest() throws Exception {
        registry.add(runs(200));
        MDC.put(RequestId.LOG_KEY, "the-request-in-hand");

        assertThat(client.send(CALL, BodyHandlers.ofString()).body()).isEqualTo("an answer");

        var request = asked.getFirst();
        assertThat(request.getRequestURI()).hasToString("/internal/people/7?all=yes");
        assertThat(request.getRequestHeaders().getFirst("X-Request-Id")).isEqualTo("the-request-in-hand");
        var token = request.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        var called = new ServiceCredentials("room-service", SETTINGS, Clock.systemUTC());
        assertThat(called.verify(token)).isEqualTo("user-service");
    }

    @Test
    void anInstanceThatIsGoneIsPassedOver() throws IOException {
        registry.add(closed());
        registry.add(runs(200));

        for (int i = 0; i < 10; i++) {
            assertThat(client.send(CALL, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRefusalIsAnAnswer() throws IOException {
        registry.add(runs(503));

        assertThat(client.send(CALL, BodyHandlers.discarding()).statusCode()).isEqualTo(503);
        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedForBeyondPatience() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            registry.add(silent.getLocalPort());

            unreachable(CALL.within(Duration.ofMillis(200)));
        }
    }

    /** Else as many instances that hang as there are would each be waited for. */
    @Test
    void patienceEndsHoweverManyInstancesHang() throws IOException {
        var silent = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < 10; i++) {
                silent.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
                registry.add(silent.getLast().getLocalPort());
            }
            var start = Instant.now();

            unreachable(CALL.within(Duration.ofMillis(400)));
            unreachable(CALL.within(Duration.ofMillis(400), Duration.ofMillis(100)));

            assertThat(Duration.between(start, Instant.now()))
                    .isBetween(Duration.ofMillis(750), Duration.ofMillis(2000));
        } finally {
            for (var socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void anInstanceThatHangsLeavesTimeForTheOthers() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            registry.add(silent.getLocalPort());
            registry.add(runs(200));
            var patient = CALL.within(Duration.ofSeconds(30), Duration.ofMillis(100));

            for (int i = 0; i < 10; i++) {
                assertThat(client.send(patient, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void whoeverIsInterruptedAsksNobodyElse() throws IOException {
        registry.add(runs(200));
        registry.add(runs(200));
        Thread.currentThread().interrupt();
        try {
            unreachable(CALL);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(asked).isEmpty();
    }

    @Test
    void aServiceThatNobodyRunsIsUnreachable() {
        unreachable(CALL);
    }

    private void unreachable(ServiceCall call) {
        assertThatExceptionOfType(ServiceUnreachable.class)
                .isThrownBy(() -> client.send(call, BodyHandlers.discarding()))
                .satisfies(it -> assertThat(it.service()).isEqualTo("room-service"));
    }

    private int runs(int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(exchange);
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write("an answer".getBytes());
            exchange.close();
        });
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    private static int closed() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Registry implements DiscoveryClient {

        private final List<ServiceInstance> instances = new ArrayList<>();

        void add(int port) {
            instances.add(new DefaultServiceInstance("i-" + port, "room-service", "127.0.0.1", port, false));
        }

        @Override
        public String description() {
            return "of one test";
        }

        @Override
        public List<ServiceInstance> getInstances(String service) {
            return instances;
        }

        @Override
        public List<String> getServices() {
            return List.of("room-service");
        }
    }
}
