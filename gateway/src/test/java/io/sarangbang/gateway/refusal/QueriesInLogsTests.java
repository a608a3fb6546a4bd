package io.sarangbang.gateway.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.gateway.stage.OnStage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/** Queries hold sign-in codes and media tokens; whatever fails, no log line may repeat one. */
@ExtendWith(OutputCaptureExtension.class)
class QueriesInLogsTests extends OnStage {

    @Test
    void anAnswerThatBreaksOffHalfwayIsLoggedWithoutItsQuery(CapturedOutput log) {
        wire.get("/api/rooms/half?code=hunter2", bearer());

        await().until(() -> log.getAll().contains("room-service broke off"));
        assertThat(log).contains("GET /api/rooms/half").doesNotContain("hunter2");
    }

    @Test
    void anUnexpectedFailureIsLoggedWithItsStackAndWithoutItsQuery(CapturedOutput log) {
        assertThat(wire.get("/fails?code=hunter2").problem()).isEqualTo("/problems/internal-error 500");

        assertThat(log)
                .contains("IllegalStateException: outer", "Caused by", "IllegalArgumentException: inner")
                .contains("at io.sarangbang.gateway.refusal.QueriesInLogsTests")
                .doesNotContain("hunter2");
    }

    @TestConfiguration
    static class Failing {

        @Bean
        SimpleUrlHandlerMapping fails() {
            WebHandler handler =
                    _ -> Mono.error(() -> new IllegalStateException("outer", new IllegalArgumentException("inner")));
            return new SimpleUrlHandlerMapping(Map.of("/fails", handler), Ordered.HIGHEST_PRECEDENCE);
        }
    }
}
