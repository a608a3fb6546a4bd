package io.sarangbang.gateway.stage;

import io.sarangbang.defaults.token.KeySource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway on a real port with a real (if small) server behind each route. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(OnStage.Keys.class)
public abstract class OnStage {

    /** What auth-service knows, which {@link #AUTH} tells. */
    protected static final AuthDesk DESK = new AuthDesk();

    protected static final Backend AUTH = Backend.open("auth-service", 0, DESK::answer);
    protected static final Backend USERS = Backend.open("user-service");
    protected static final Backend ROOMS = Backend.open("room-service");
    protected static final Backend MEDIA = Backend.open("media-server");
    protected static final Backend STAND_IN = Backend.open("stand-in");

    @LocalServerPort
    protected int port;

    protected Wire wire;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("eureka.client.enabled", () -> false);
        instance(registry, "auth-service", AUTH);
        instance(registry, "user-service", USERS);
        instance(registry, "room-service", ROOMS);
        registry.add("sarangbang.routing.media-url", MEDIA::url);
        registry.add("sarangbang.routing.stand-in-url", STAND_IN::url);
        registry.add("sarangbang.trust.public-url", () -> "http://rooms.example.test:8080");
        registry.add("spring.cloud.gateway.server.webflux.httpclient.response-timeout", () -> "2s");
    }

    private static void instance(DynamicPropertyRegistry registry, String service, Backend backend) {
        registry.add("spring.cloud.discovery.client.simple.instances." + service + "[0].uri", backend::url);
    }

    @BeforeEach
    void connect() {
        wire = new Wire(port);
    }

    protected static String bearer() {
        return "Authorization: Bearer " + Tokens.good();
    }

    @TestConfiguration
    static class Keys {

        @Bean
        KeySource keySource() {
            return Tokens::published;
        }
    }
}
