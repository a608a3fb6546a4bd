package io.sarangbang.defaults.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.sarangbang.defaults.TinyService;
import io.sarangbang.defaults.service.ServiceCall;
import io.sarangbang.defaults.service.ServiceClient;
import io.sarangbang.defaults.token.Issuer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = TinyService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "eureka.client.enabled=false",
            "spring.config.import=classpath:service-defaults.yml",
            "LOG_FORMAT=ecs",
            "ENVIRONMENT=test"
        })
class TracingTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final List<String> PASSED_ON = new CopyOnWriteArrayList<>();
    private static HttpServer other;

    @LocalServerPort
    private int port;

    @Autowired
    private Issuer issuer;

    @BeforeAll
    static void openTheOtherService() throws IOException {
        other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        other.createContext("/", exchange -> {
            PASSED_ON.addAll(exchange.getRequestHeaders().getOrDefault("traceparent", List.of("none")));
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        other.start();
    }

    @AfterAll
    static void closeTheOtherService() {
        other.stop(0);
    }

    @DynamicPropertySource
    static void instances(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.cloud.discovery.client.simple.instances.other-service[0].uri",
                () -> "http://127.0.0.1:" + other.getAddress().getPort());
    }

    @Test
    void aLineOfARequestNamesItsTraceAndNotItsQuery(CapturedOutput output) throws Exception {
        fails("/broken/today?code=hush-hush");

        var line = line(output, "hunter2 in today");
        assertThat(line.at("/trace/id").asString()).isEqualTo(TRACE);
        assertThat(line.at("/span/id").asString()).matches("[0-9a-f]{16}").isNotEqualTo("00f067aa0ba902b7");
        assertThat(line.at("/http/request/id").asString()).isEqualTo("the-request-in-hand");
        assertThat(line.at("/service/name").asString()).isEqualTo("tiny-service");
        assertThat(line.at("/service/environment").asString()).isEqualTo("test");
        assertThat(line.at("/log/level").asString()).isEqualTo("ERROR");
        assertThat(line.at("/ecs/version").asString()).startsWith("8.");
        assertThat(output.getAll()).doesNotContain("hush-hush");
    }

    @Test
    void itGoesOnToTheServicesThatAreAsked(
            @Autowired ServiceClient client,
            @Autowired ObservationRegistry observations,
            @Autowired Tracer tracer,
            @Autowired MeterRegistry meters) {
        var trace = Observation.createNotStarted("a-request", observations).observe(() -> {
            client.send(ServiceCall.get("other-service", "/internal/x"), BodyHandlers.discarding());
            return Objects.requireNonNull(tracer.currentSpan()).context().traceId();
        });

        assertThat(PASSED_ON).singleElement().asString().startsWith("00-" + trace + "-");
        assertThat(meters.get("service.calls")
                        .tags("to", "other-service", "outcome", "4xx")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private void fails(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Authorization", "Bearer " + issuer.token())
                    .header("X-Request-Id", "the-request-in-hand")
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
            assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(500);
        }
    }

    private static JsonNode line(CapturedOutput output, String of) {
        return output.getOut()
                .lines()
                .filter(it -> it.contains(of))
                .findFirst()
                .map(JsonMapper.shared()::readTree)
                .orElseThrow();
    }
}
