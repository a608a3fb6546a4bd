package io.sarangbang.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.gateway.stage.Registry;
import io.sarangbang.gateway.stage.Service;
import io.sarangbang.gateway.stage.Tokens;
import io.sarangbang.gateway.stage.WithoutAuthService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Instances come and go behind a real registry while people use the product. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(WithoutAuthService.class)
@DirtiesContext
class RedeployIT {

    private static final Registry REGISTRY = Registry.start();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token = Tokens.good();

    @LocalServerPort
    private int port;

    private Service first;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("eureka.client.service-url.defaultZone", REGISTRY::url);
        registry.add("sarangbang.registration.drain", () -> "0s");
    }

    @BeforeAll
    static void registryIsUp() {
        REGISTRY.awaitUp();
    }

    @AfterAll
    static void end() {
        REGISTRY.close();
    }

    @BeforeEach
    void oneInstanceRuns() {
        first = Service.start("room-service", "first", REGISTRY.url());
        await().atMost(Duration.ofSeconds(20)).until(() -> "first".equals(ask("GET")));
    }

    @AfterEach
    void stop() {
        first.close();
        http.close();
    }

    @Test
    void anInstanceIsRoutedToWithinThreeSecondsOfBeingReady() {
        try (var second = Service.start("room-service", "second", REGISTRY.url())) {
            var ready = Instant.now();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> "second".equals(ask("GET")));
            System.getLogger("measured").log(System.Logger.Level.INFO, "routable after {0} ms", elapsed(ready));
            assertThat(second.isReady()).isTrue();
        }
    }

    @Test
    void anInstanceThatIsStillStartingIsNotRoutedTo() {
        try (var second = Service.startUnready("room-service", "second", REGISTRY.url())) {
            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(4)).until(() -> "first".equals(ask("GET")));
            second.becomeReady();
            await().atMost(Duration.ofSeconds(3)).until(() -> "second".equals(ask("GET")));
        }
    }

    @Test
    void noRequestIsLostWhenOneOfTwoInstancesIsReplaced() throws Exception {
        var second = Service.start("room-service", "second", REGISTRY.url());
        await().atMost(Duration.ofSeconds(5)).until(() -> "second".equals(ask("GET")));
        try (var load = new Load()) {
            load.passes(200);
            second.close();
            assertThat(load.answeredBy("first")).isPositive();
            try (var third = Service.start("room-service", "third", REGISTRY.url())) {
                await().atMost(Duration.ofSeconds(5)).until(() -> load.answeredBy("third") > 50);
                load.passes(200);
            }
            load.passes(100);
            load.close();
            System.getLogger("measured").log(System.Logger.Level.INFO, "redeployed under load: {0}", load.answers);
            assertThat(load.answers.keySet()).containsExactlyInAnyOrder("first", "second", "third");
        }
    }

    @Test
    void afterACrashOnlyRequestsInFlightAreLost() throws Exception {
        var second = Service.start("room-service", "second", REGISTRY.url());
        await().atMost(Duration.ofSeconds(5)).until(() -> "second".equals(ask("GET")));
        second.crash();
        for (int i = 0; i < 50; i++) {
            assertThat(ask("POST")).isEqualTo("first");
        }
        second.close();
    }

    private String ask(String method) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/rooms"))
                .header("Authorization", "Bearer " + token)
                .method(method, "POST".equals(method) ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static long elapsed(Instant since) {
        return Duration.between(since, Instant.now()).toMillis();
    }

    /** Four people who read and write without pause. */
    private final class Load implements AutoCloseable {

        private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
        private final AtomicBoolean on = new AtomicBoolean(true);
        private final java.util.concurrent.ExecutorService people = Executors.newFixedThreadPool(4);

        Load() {
            for (int i = 0; i < 4; i++) {
                var method = i % 2 == 0 ? "GET" : "POST";
                people.submit(() -> {
                    while (on.get()) {
                        answers.computeIfAbsent(ask(method), _ -> new AtomicInteger())
                                .incrementAndGet();
                    }
                });
            }
        }

        int answeredBy(String name) {
            var count = answers.get(name);
            return count == null ? 0 : count.get();
        }

        int total() {
            return answers.values().stream().mapToInt(AtomicInteger::get).sum();
        }

        void passes(int requests) {
            var goal = total() + requests;
            await().atMost(Duration.ofSeconds(20)).until(() -> total() >= goal);
        }

        @Override
        public void close() throws InterruptedException {
            on.set(false);
            people.shutdown();
            people.awaitTermination(20, TimeUnit.SECONDS);
        }
    }
}
