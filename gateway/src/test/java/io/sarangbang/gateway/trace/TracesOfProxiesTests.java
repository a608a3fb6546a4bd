package io.sarangbang.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.gateway.stage.OnStage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestPropertySource(
        properties = {"sarangbang.trust.trusted-proxies=127.0.0.1,::1", "LOG_FORMAT=ecs", "ENVIRONMENT=test"})
@ExtendWith(OutputCaptureExtension.class)
class TracesOfProxiesTests extends OnStage {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String GIVEN = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void theTraceGoesOnToTheServiceInASpanOfItsOwn() {
        var answer = wire.get("/api/rooms/x", bearer(), "traceparent: " + GIVEN, "baggage: a=b");

        assertThat(answer.json().at("/headers/traceparent/0").asString())
                .startsWith("00-" + TRACE + "-")
                .isNotEqualTo(GIVEN);
    }

    @Test
    void aLineAboutTheRequestNamesItsTraceAndNotItsQuery(CapturedOutput output) {
        wire.get(
                "/api/auth/callback/kakao?code=hush-hush&state=hush-too",
                "traceparent: " + GIVEN,
                "X-Request-Id: the-request-in-hand");

        var line = line(output, "/api/auth/callback/kakao");
        assertThat(line.at("/trace/id").asString()).isEqualTo(TRACE);
        assertThat(line.at("/span/id").asString()).matches("[0-9a-f]{16}").isNotEqualTo("00f067aa0ba902b7");
        assertThat(line.at("/http/request/id").asString()).isEqualTo("the-request-in-hand");
        assertThat(line.at("/service/name").asString()).isEqualTo("gateway");
        assertThat(line.at("/service/environment").asString()).isEqualTo("test");
        assertThat(output.getAll()).doesNotContain("hush");
    }

    @Test
    void aFailureIsToldOfInTheSameTrace(CapturedOutput output) {
        wire.get("/api/rooms/broken", bearer(), "traceparent: " + GIVEN);

        assertThat(line(output, "ProblemAnswers").at("/trace/id").asString()).isEqualTo(TRACE);
    }

    private static JsonNode line(CapturedOutput output, String of) {
        return await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> output.getOut()
                                .lines()
                                .filter(it -> it.startsWith("{") && it.contains(of))
                                .findFirst()
                                .map(JsonMapper.shared()::readTree)
                                .orElse(null),
                        it -> it != null);
    }
}
