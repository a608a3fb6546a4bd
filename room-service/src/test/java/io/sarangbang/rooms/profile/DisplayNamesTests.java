package io.sarangbang.rooms.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sarangbang.defaults.request.RequestId;
import io.sarangbang.defaults.token.Caller;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.client.loadbalancer.LoadBalancerRequest;
import org.springframework.cloud.client.loadbalancer.Request;

class DisplayNamesTests {

    private final CountDownLatch forEver = new CountDownLatch(1);
    private final AtomicReference<String> authorization = new AtomicReference<>();
    private final AtomicReference<String> requestId = new AtomicReference<>();
    private HttpServer users;
    private volatile int status = 200;
    private volatile @Nullable String body;

    @BeforeEach
    void start() throws IOException {
        users = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        users.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        users.createContext("/api/users/me", exchange -> {
            authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
            requestId.set(exchange.getRequestHeaders().getFirst(RequestId.HEADER));
            var answer = body;
            if (answer == null) {
                await(forEver);
                answer = "";
            }
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        users.start();
    }

    @AfterEach
    void stop() {
        forEver.countDown();
        users.stop(0);
    }

    @Test
    void theNameIsTheOneInTheProfile() {
        body = "{\"id\":\"x\",\"displayName\":\"사랑방 손님\",\"locale\":\"ko\"}";

        try (var _ = MDC.putCloseable(RequestId.LOG_KEY, "request-1234")) {
            assertThat(names(true).of(caller("nickname"))).isEqualTo("사랑방 손님");
        }
        assertThat(authorization).hasValue("Bearer the-token");
        assertThat(requestId).hasValue("request-1234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "", "<html>", "{\"displayName\":null}", "{\"displayName\":\" \\u0000 \"}"})
    void anAnswerWithoutANameLeavesTheNickname(String answer) {
        body = answer;

        assertThat(names(true).of(caller("nickname"))).isEqualTo("nickname");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 500, 503})
    void aRefusalLeavesTheNickname(int refusal) {
        status = refusal;
        body = "{\"displayName\":\"not this\"}";

        assertThat(names(true).of(caller("nickname"))).isEqualTo("nickname");
    }

    @Test
    void nobodyWaitsLongForAName() {
        var before = Instant.now();

        assertThat(names(true).of(caller("nickname"))).isEqualTo("nickname");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void withoutAnyInstanceTheNicknameDoes() {
        assertThat(names(false).of(caller("nickname"))).isEqualTo("nickname");
    }

    @Test
    void anApiKeyThatMayNotReadTheProfileIsShownByTheNickname() {
        body = "{\"displayName\":\"not this\"}";

        assertThat(names(true).of(caller("nickname", "calls:join"))).isEqualTo("nickname");
        assertThat(authorization).hasNullValue();
    }

    @Test
    void anApiKeyThatMayReadItIsShownByTheNameInIt() {
        body = "{\"displayName\":\"chosen\"}";

        assertThat(names(true).of(caller("nickname", "calls:join", "profile:read")))
                .isEqualTo("chosen");
    }

    @Test
    void whoHasNoNameIsAGuest() {
        assertThat(names(false).of(caller(null))).isEqualTo("손님");
        assertThat(names(false).of(caller("\u3164"))).isEqualTo("손님");
    }

    @Test
    void aNameFromElsewhereIsMadeToFit() {
        assertThat(names(false).of(caller("a\u202Eb\n" + "👋".repeat(60)))).isEqualTo("ab" + "👋".repeat(38));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Caller caller(@Nullable String nickname) {
        return caller(nickname, Caller.EVERYTHING);
    }

    private static Caller caller(@Nullable String nickname, String... scopes) {
        return new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Instant.now(),
                "web",
                Set.of(scopes),
                nickname,
                null,
                Instant.now().plusSeconds(60),
                "the-token");
    }

    private DisplayNames names(boolean registered) {
        return new DisplayNames(new OneInstance(registered ? users.getAddress().getPort() : 0));
    }

    /** A load balancer that knows one instance or none. */
    private record OneInstance(int port) implements LoadBalancerClient {

        @Override
        public <T> T execute(String service, LoadBalancerRequest<T> request) throws IOException {
            if (port == 0) {
                throw new IllegalStateException("No instances available for " + service);
            }
            return execute(service, instance(service), request);
        }

        @Override
        public <T> T execute(String service, ServiceInstance instance, LoadBalancerRequest<T> request)
                throws IOException {
            try {
                return request.apply(instance);
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public URI reconstructURI(ServiceInstance instance, URI original) {
            return URI.create("http://127.0.0.1:" + port + original.getPath());
        }

        @Override
        public ServiceInstance choose(String service) {
            return instance(service);
        }

        @Override
        public <T> ServiceInstance choose(String service, Request<T> request) {
            return instance(service);
        }

        private ServiceInstance instance(String service) {
            return new DefaultServiceInstance("one", service, "127.0.0.1", port, false);
        }
    }
}
