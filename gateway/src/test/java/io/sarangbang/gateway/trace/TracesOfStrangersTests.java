package io.sarangbang.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.OnStage;
import org.junit.jupiter.api.Test;

class TracesOfStrangersTests extends OnStage {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String GIVEN = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void aNewTraceBegins() {
        var answer = wire.get("/api/rooms/x", bearer(), "traceparent: " + GIVEN, "tracestate: a=b", "baggage: a=b");

        assertThat(answer.json().at("/headers/traceparent/0").asString())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]")
                .doesNotContain(TRACE);
        assertThat(answer.json().get("headers").toString()).doesNotContain("a=b");
    }
}
