package io.sarangbang.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.OnStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTests extends OnStage {

    @ParameterizedTest
    @CsvSource({
        "/api/auth/providers, auth-service",
        "/api/auth/sign-in/kakao?returnTo=%2Fr%2Fkfm, auth-service",
        "/.well-known/jwks.json, auth-service",
        "/api/users/me, user-service",
        "'/api/users?ids=a,b', user-service",
        "/api/rooms, room-service",
        "/api/rooms/kfm-wqtz-hbp/seats, room-service",
        "/api/connection-tests, room-service",
    })
    void eachAddressHasItsService(String path, String service) {
        var answer = wire.get(path, bearer());

        assertThat(answer.json().get("by").asString()).isEqualTo(service);
        assertThat(answer.json().get("uri").asString()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/openvidu/events",
                "/internal",
                "/actuator",
                "/actuator/env",
                "/actuator/gateway/routes",
                "/actuator/heapdump",
                "/actuator/prometheus",
                "/openvidu/api/sessions",
                "/openvidu/",
                "/eureka/apps",
                "/auth-service/actuator/health",
                "/.well-known/openid-configuration",
                "/api",
                "/api/roomsx",
                "/api/connection-tests/"
            })
    void nothingElseHasAWayIn(String path) {
        var answer = wire.get(path, bearer());

        assertThat(answer.problem()).isEqualTo("/problems/not-found 404");
        assertThat(answer.json().get("instance").asString()).isEqualTo(path);
    }

    @Test
    void theGatewaysOwnHealthAnswers() {
        assertThat(wire.get("/actuator/health").json().get("status").asString()).isEqualTo("UP");
        assertThat(wire.get("/actuator/health").body()).doesNotContain("components");
    }

    @Test
    void aServiceThatCanBeReachedIsSaidTo() {
        var answer = wire.get("/actuator/health/room-service");

        assertThat(answer.status() + " " + answer.json().get("status").asString())
                .isEqualTo("200 REACHABLE");
    }

    @Test
    void thePreambleOfTheStandInIsTakenOff() {
        var answer = wire.get("/stand-in/kakao/oauth/authorize?client_id=1&redirect_uri=http%3A%2F%2Fx");

        assertThat(answer.json().get("by").asString()).isEqualTo("stand-in");
        assertThat(answer.json().get("uri").asString())
                .isEqualTo("/kakao/oauth/authorize?client_id=1&redirect_uri=http%3A%2F%2Fx");
    }

    @Test
    void aMediaServerMayBeNamedByItsHttpAddress() {
        assertThat(Routes.webSocket(java.net.URI.create("https://media.example.com:4443")))
                .hasToString("wss://media.example.com:4443");
        assertThat(Routes.webSocket(java.net.URI.create("ws://127.0.0.1:4443"))).hasToString("ws://127.0.0.1:4443");
    }
}
