package io.sarangbang.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.OnStage;
import io.sarangbang.gateway.stage.Wire.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLimitsTests extends OnStage {

    private static final int LIMIT = 64 * 1024;

    @Test
    void aBodyThatJustFitsIsPassedOnWhole() {
        var body = "x".repeat(LIMIT);

        var answer = wire.post("/api/rooms", body, bearer());

        assertThat(answer.json().get("body").asString()).isEqualTo(body);
    }

    @Test
    void aBodyThatSaysItIsTooLongIsRefusedUnread() {
        var before = ROOMS.asked().size();

        var answer = wire.post("/api/rooms", "x".repeat(LIMIT + 1), bearer());

        assertThat(answer.problem()).isEqualTo("/problems/payload-too-large 413");
        assertThat(answer.json().get("limit").asInt()).isEqualTo(LIMIT);
        assertThat(ROOMS.asked()).hasSize(before);
    }

    @Test
    void aChunkedBodyIsCounted() {
        assertThat(chunked("x".repeat(1000), 60).json().get("body").asString()).hasSize(60_000);
        assertThat(chunked("x".repeat(1000), 80).problem()).isEqualTo("/problems/payload-too-large 413");
    }

    @Test
    void aBodyWithLengthAndChunksIsNotReadTwice() {
        var request =
                wire.head("POST", "/api/rooms", Stream.of(bearer(), "Content-Length: 4", "Transfer-Encoding: chunked"))
                        + "0\r\n\r\nGET /api/rooms/smuggled HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        wire.raw(request);

        assertThat(ROOMS.asked()).noneMatch(it -> it.contains("smuggled"));
    }

    @Test
    void anAddressThatIsTooLongIsRefused() {
        assertThat(wire.get("/api/rooms?q=" + "x".repeat(9000), bearer()).problem())
                .isEqualTo("/problems/uri-too-long 414");
        assertThat(wire.get("/" + "x".repeat(200_000)).problem()).isEqualTo("/problems/uri-too-long 414");
    }

    @Test
    void headersThatAreTooLargeAreRefused() {
        assertThat(wire.get("/api/rooms", bearer(), "X-Long: " + "x".repeat(20_000))
                        .problem())
                .isEqualTo("/problems/headers-too-large 431");
        assertThat(wire.get("/api/rooms", bearer(), "X-Long: " + "x".repeat(200_000))
                        .problem())
                .isEqualTo("/problems/headers-too-large 431");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/auth/../../internal/openvidu/events",
                "/api/auth/..%2f..%2finternal/x",
                "/api/auth/%2e%2e/%2e%2e/internal/x",
                "/api/auth/.%2E/rooms",
                "/api/auth/..;/rooms",
                "/api/auth;x=y/rooms",
                "/api//rooms",
                "//internal/x",
                "/api/auth/%5c..%5cinternal",
                "/api/auth/%252e%252e/internal",
                "/api/rooms/%00",
                "/api/rooms/%0d%0aSet-Cookie:x",
                "/..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/./api/rooms",
                "/assets/../../secret",
                "/%61pi/rooms",
                "/api/%72ooms",
                "/api/rooms/kfm%2Dwqtz%2dhbp",
                "//",
                "///"
            })
    void aPathThatCanBeReadInTwoWaysIsRefused(String path) {
        var before = ROOMS.asked().size() + AUTH.asked().size();

        var answer = wire.get(path, bearer());

        assertThat(answer.problem()).isEqualTo("/problems/malformed-request 400");
        assertThat(ROOMS.asked().size() + AUTH.asked().size()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/r/kfm-wqtz-hbp",
                "/api/rooms/%EC%82%AC",
                "/assets/index-DiwrgTda.js",
                "/api/users",
                "/.well-known/x"
            })
    void anOrdinaryPathIsNot(String path) {
        assertThat(AmbiguousPath.is(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a|b{} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTQ/1.1\r\nHost: x\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n",
                "POST /api/rooms HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n"
            })
    void whatIsNoHttpIsAnsweredWithAProblemToo(String request) {
        var answer = wire.raw(request);

        assertThat(answer.problem()).matches("/problems/(malformed-request 400|not-found 404)");
        assertThat(answer.header("X-Request-Id"))
                .isEqualTo(answer.json().get("requestId").asString());
    }

    private Answer chunked(String chunk, int times) {
        var encoded = Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n";
        return wire.raw(wire.head("POST", "/api/rooms", Stream.of(bearer(), "Transfer-Encoding: chunked"))
                + encoded.repeat(times) + "0\r\n\r\n");
    }
}
