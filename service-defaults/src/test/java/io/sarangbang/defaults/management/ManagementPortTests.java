package io.sarangbang.defaults.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.defaults.TinyService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

class ManagementPortTests {

    @Nested
    @SpringBootTest(
            classes = TinyService.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "eureka.client.enabled=false",
                "spring.config.import=classpath:service-defaults.yml",
                "MANAGEMENT_PORT=0"
            })
    class OfItsOwn {

        @LocalServerPort
        private int port;

        @LocalManagementPort
        private int managementPort;

        @Test
        void servesHealthAndMetricsToWhoeverReachesIt() throws Exception {
            assertThat(get(managementPort, "/actuator/health/readiness").body()).contains("UP");
            assertThat(get(managementPort, "/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator", "/me", "/internal/secret"})
        void servesNothingElse(String path) throws Exception {
            assertThat(get(managementPort, path).statusCode()).isIn(401, 404);
        }

        @Test
        void leavesNoneOfItOnTheOther() throws Exception {
            assertThat(get(port, "/actuator/prometheus").statusCode()).isEqualTo(401);
            assertThat(get(port, "/actuator/health").statusCode()).isEqualTo(404);
            assertThat(get(port, "/open/hello").body()).isEqualTo("hello");
        }
    }

    @Nested
    @SpringBootTest(
            classes = TinyService.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "eureka.client.enabled=false",
                "spring.config.import=classpath:service-defaults.yml",
                "MANAGEMENT_PORT="
            })
    class WithoutOne {

        @LocalServerPort
        private int port;

        @Test
        void healthAloneIsServed() throws Exception {
            assertThat(get(port, "/actuator/health").statusCode()).isEqualTo(200);
            assertThat(get(port, "/actuator/prometheus").statusCode()).isEqualTo(401);
        }
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
