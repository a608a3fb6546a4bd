package io.sarangbang.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.OnStage;
import io.sarangbang.gateway.stage.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

class ManagementPortTests extends OnStage {

    /** One with a number from the start: the gateway keeps its routes off the port it knows by its setting. */
    private static final int MANAGEMENT_PORT = TestSocketUtils.findAvailableTcpPort();

    @DynamicPropertySource
    static void managementPort(DynamicPropertyRegistry registry) {
        registry.add("MANAGEMENT_PORT", () -> MANAGEMENT_PORT);
    }

    @Test
    void healthAndMetricsHaveAPortOfTheirOwn() {
        var management = new Wire(MANAGEMENT_PORT);

        assertThat(management.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(management
                        .get("/actuator/health/room-service")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("REACHABLE");
        assertThat(management.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/rooms/x", "/api/auth/session", "/stand-in/kakao/x", "/actuator/env", "/actuator"})
    void nothingElseIsServedThere(String path) {
        assertThat(new Wire(MANAGEMENT_PORT).get(path, bearer()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/health", "/actuator/health/room-service"})
    void whatPeopleReachServesNeither(String path) {
        assertThat(wire.get(path, bearer()).problem()).isEqualTo("/problems/not-found 404");
    }
}
