package io.sarangbang.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.Backend;
import io.sarangbang.gateway.stage.Tokens;
import io.sarangbang.gateway.stage.Wire;
import io.sarangbang.gateway.stage.WithoutAuthService;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** auth-service is unknown, user-service and the media server refuse connections, one of room-service's two has crashed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(WithoutAuthService.class)
class ServicesDownTests {

    private static final Backend ROOMS = Backend.open("room-service");
    private static final int DEAD = deadPort();

    @LocalServerPort
    private int port;

    private Wire wire;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        var instances = "spring.cloud.discovery.client.simple.instances.";
        registry.add("eureka.client.enabled", () -> false);
        registry.add(instances + "user-service[0].uri", () -> "http://127.0.0.1:" + DEAD);
        registry.add(instances + "room-service[0].uri", () -> "http://127.0.0.1:" + DEAD);
        registry.add(instances + "room-service[1].uri", ROOMS::url);
        registry.add("sarangbang.routing.media-url", () -> "ws://127.0.0.1:" + DEAD);
    }

    @BeforeEach
    void connect() {
        wire = new Wire(port);
    }

    @Test
    void aServiceWithoutInstancesIsNamed() {
        var answer = wire.get("/api/auth/providers");

        assertThat(answer.problem()).isEqualTo("/problems/service-unavailable 503");
        assertThat(answer.json().get("cause").asString()).isEqualTo("auth-service");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void whoSignsInGetsThePageThatSaysSoAndAProgramTheProblem() {
        var browser = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

        var answer = wire.get("/api/auth/sign-in/kakao?returnTo=%2Fr%2Fkfm-wqtz-hbp", browser);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .isEqualTo("/sign-in?problem=service-unavailable&provider=kakao&returnTo=%2Fr%2Fkfm-wqtz-hbp");
        assertThat(wire.get("/api/auth/callback/naver?code=secret&state=s", browser)
                        .header("Location"))
                .isEqualTo("/sign-in?problem=service-unavailable&provider=naver&returnTo=%2F");
        assertThat(wire.get("/api/auth/sign-in/kakao", "Accept: application/json")
                        .problem())
                .isEqualTo("/problems/service-unavailable 503");
        assertThat(wire.get("/api/auth/session", browser).problem()).isEqualTo("/problems/service-unavailable 503");
        assertThat(wire.get("/api/auth/sign-in/%2F%2Fevil.example", browser).header("Location"))
                .isNull();
    }

    @Test
    void aServiceThatTakesNoConnectionIsNamed() {
        var answer = wire.get("/api/users/me", bearer());

        assertThat(answer.problem()).isEqualTo("/problems/service-unavailable 503");
        assertThat(answer.json().get("cause").asString()).isEqualTo("user-service");
    }

    @Test
    void noRequestIsLostWhenOneOfTwoInstancesHasCrashed() {
        for (int i = 0; i < 20; i++) {
            assertThat(wire.get("/api/rooms", bearer()).status()).isEqualTo(200);
            assertThat(wire.post("/api/rooms", "{\"n\":" + i + "}", bearer())
                            .json()
                            .get("body")
                            .asString())
                    .isEqualTo("{\"n\":" + i + "}");
        }
    }

    @Test
    void aMediaServerThatIsDownIsSaidBeforeTheHandshake() {
        var answer = wire.get(
                "/openvidu",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

        assertThat(answer.problem()).isEqualTo("/problems/service-unavailable 503");
        assertThat(answer.json().get("cause").asString()).isEqualTo("media-server");
    }

    @Test
    void servicesThatCannotBeReachedDoNotMakeTheGatewayUnwell() {
        assertThat(wire.get("/actuator/health/auth-service").status()).isEqualTo(503);
        assertThat(wire.get("/actuator/health/user-service").status()).isEqualTo(503);
        assertThat(wire.get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void withoutAStandInThereIsNone() {
        assertThat(wire.get("/stand-in/kakao/login").problem()).isEqualTo("/problems/not-found 404");
    }

    private static String bearer() {
        return "Authorization: Bearer " + Tokens.good();
    }

    private static int deadPort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
