package io.sarangbang.gateway.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.OnStage;
import io.sarangbang.gateway.stage.Wire;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that are slow or broken. */
class FailuresTests extends OnStage {

    @Test
    void aServiceThatStaysSilentIsATimeout() {
        var answer = wire.get("/api/rooms/silent", bearer());

        assertThat(answer.problem()).isEqualTo("/problems/service-timeout 504");
        assertThat(answer.json().get("cause").asString()).isEqualTo("room-service");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/rooms/broken", "/api/rooms/garbage"})
    void aServiceThatBreaksOffHasFailed(String path) {
        var answer = wire.post(path, "{}", bearer());

        assertThat(answer.problem()).isEqualTo("/problems/service-failed 502");
        assertThat(answer.json().get("cause").asString()).isEqualTo("room-service");
    }

    @Test
    void whatChangesSomethingIsNotAskedTwiceWhenTheConnectionBreaks() {
        wire.post("/api/rooms/once/broken", "{}", bearer());

        assertThat(ROOMS.asked()).filteredOn(it -> it.endsWith("/once/broken")).hasSize(1);
    }

    @Test
    void whatOnlyReadsIsAskedAgain() {
        wire.get("/api/rooms/again/broken", bearer());

        assertThat(ROOMS.asked()).filteredOn(it -> it.endsWith("/again/broken")).hasSizeGreaterThan(1);
    }

    @Test
    void anAnswerThatBreaksOffHalfwayIsNotTakenForAWholeOne() {
        var answer = wire.get("/api/rooms/half", bearer());

        assertThat(answer.header("Content-Length")).isEqualTo("100");
        assertThat(answer.body()).hasSizeLessThan(100);
    }

    @Test
    void noRefusalShowsItsInside() {
        Stream.of("/api/rooms/garbage", "/api/rooms/broken", "/api/rooms/silent", "/nowhere", "/api/rooms/%zz")
                .map(path -> wire.get(path, bearer()))
                .map(Wire.Answer::body)
                .forEach(body -> assertThat(body)
                        .contains("\"requestId\"")
                        .doesNotContain("Exception", "io.netty", "springframework", "127.0.0.1", "\tat "));
    }

    @Test
    void aRefusedHeadRequestHasNoBody() {
        var answer = wire.send("HEAD", "/api/rooms", "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }
}
