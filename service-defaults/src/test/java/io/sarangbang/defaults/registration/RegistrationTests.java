package io.sarangbang.defaults.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.defaults.TinyService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A servlet service between its first word to the registry and its last. */
class RegistrationTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private int port;
    private FakeRegistry registry;

    @BeforeEach
    void open() throws IOException {
        port = freePort();
        registry = new FakeRegistry(() -> answers() ? " answering" : " not answering");
    }

    @AfterEach
    void close() {
        registry.close();
        http.close();
    }

    @Test
    void itIsUpOnlyWhenItAnswers() {
        try (var _ = start("0s")) {
            await().atMost(Duration.ofSeconds(10)).until(() -> registry.heard().contains("UP answering"));
            assertThat(registry.heard()).doesNotContain("UP not answering");
        }
    }

    @Test
    void itLeavesFirstThenGoesOnAnsweringThenStops() {
        var context = start("2s");
        await().atMost(Duration.ofSeconds(10)).until(() -> registry.heard().contains("UP answering"));
        var closing = Thread.ofVirtual().start(context::close);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> registry.heard().contains("OUT_OF_SERVICE at once answering"));
        var left = Instant.now();

        await().during(Duration.ofMillis(1200)).atMost(Duration.ofMillis(1700)).until(this::answers);
        await().atMost(Duration.ofSeconds(10)).until(() -> !answers());

        assertThat(Duration.between(left, Instant.now())).isGreaterThan(Duration.ofMillis(1500));
        await().atMost(Duration.ofSeconds(10)).until(() -> !closing.isAlive());
        assertThat(registry.heard().getLast()).startsWith("CANCELLED");
    }

    @Test
    void itDoesNotWaitWhereNobodyHearsOfItsLeaving() {
        var context = start("30s");
        await().atMost(Duration.ofSeconds(10)).until(() -> registry.heard().contains("UP answering"));
        registry.close();
        var start = Instant.now();

        context.close();

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void itStartsAndAnswersWhileTheRegistryIsDown() {
        registry.close();
        try (var _ = start("0s")) {
            assertThat(answers()).isTrue();
        }
    }

    @Test
    void withoutARegistryThereIsNothingToLeave() {
        var start = Instant.now();
        try (var context = start("30s", "--eureka.client.enabled=false")) {
            assertThat(context.getBeansOfType(Departure.class)).isEmpty();
            start = Instant.now();
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(registry.heard()).isEmpty();
    }

    @Test
    @Timeout(60)
    void aRegistryThatStaysSilentHoldsUpNeitherStartNorStop() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
                var context = startAt("http://127.0.0.1:" + silent.getLocalPort() + "/eureka/", "0s")) {
            assertThat(context.isRunning()).isTrue();
            assertThat(answers()).isTrue();
        }
        assertThat(answers()).isFalse();
    }

    private ConfigurableApplicationContext start(String drain, String... more) {
        return startAt(registry.url(), drain, more);
    }

    private ConfigurableApplicationContext startAt(String address, String drain, String... more) {
        var arguments = Stream.of(
                "--spring.config.import=classpath:service-defaults.yml",
                "--spring.application.name=tiny-service",
                "--spring.main.banner-mode=off",
                "--server.port=" + port,
                "--sarangbang.registration.drain=" + drain,
                "--eureka.client.service-url.defaultZone=" + address);
        return SpringApplication.run(
                TinyService.class, Stream.concat(arguments, Arrays.stream(more)).toArray(String[]::new));
    }

    private boolean answers() {
        var health = URI.create("http://localhost:" + port + "/actuator/health/liveness");
        try {
            return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
