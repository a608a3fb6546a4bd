package io.sarangbang.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RegistryTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void anInstanceIsSeenAsSoonAsItHasRegistered() throws Exception {
        // Asked once before, so that a cached empty answer would show.
        assertThat(get("/eureka/apps").body()).doesNotContain("QUICK-SERVICE");
        assertThat(register("quick-service", 60).statusCode()).isEqualTo(204);

        assertThat(get("/eureka/apps").body()).contains("QUICK-SERVICE");
        assertThat(get("/eureka/apps/delta").body()).contains("QUICK-SERVICE");
    }

    @Test
    void anInstanceThatLeavesIsGoneAtOnce() throws Exception {
        register("leaving-service", 60);
        assertThat(get("/eureka/apps").body()).contains("LEAVING-SERVICE");

        send("DELETE", "/eureka/apps/LEAVING-SERVICE/leaving-service:1", "");

        assertThat(get("/eureka/apps").body()).doesNotContain("LEAVING-SERVICE");
    }

    @Test
    void anInstanceThatFallsSilentIsEvictedSoonAfterItsLease() throws Exception {
        register("silent-service", 1);
        assertThat(get("/eureka/apps").body()).contains("SILENT-SERVICE");

        // Eureka counts a lease twice before it evicts (its own, documented slip), then comes the eviction interval.
        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(get("/eureka/apps").body()).doesNotContain("SILENT-SERVICE"));
    }

    @Test
    void theDashboardIsOff() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
    }

    @Test
    void healthIsTheOnlyActuatorEndpoint() throws Exception {
        assertThat(get("/actuator/health").body()).contains("\"status\":\"UP\"");
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/shutdown").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> register(String app, int leaseSeconds) throws Exception {
        return send("POST", "/eureka/apps/" + app.toUpperCase(), """
                {"instance":{"instanceId":"%1$s:1","app":"%1$s","hostName":"127.0.0.1","ipAddr":"127.0.0.1","status":"UP",
                 "vipAddress":"%1$s","port":{"$":9,"@enabled":"true"},
                 "dataCenterInfo":{"@class":"com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo","name":"MyOwn"},
                 "leaseInfo":{"durationInSecs":%2$d,"renewalIntervalInSecs":1}}}""".formatted(app, leaseSeconds));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
