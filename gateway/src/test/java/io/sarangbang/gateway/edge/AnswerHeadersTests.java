package io.sarangbang.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.gateway.stage.OnStage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What browsers are told to do with answers, and what the log is not told. */
@ExtendWith(OutputCaptureExtension.class)
class AnswerHeadersTests extends OnStage {

    @Test
    void dataIsNeitherFramedNorSniffedNorKept() {
        var answer = wire.get("/api/users/me", bearer());

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @Test
    void theAddressOfACallbackIsToldToNobody() {
        // it holds the code that a sign-in is finished with.
        assertThat(wire.get("/api/auth/callback/kakao?code=c&state=s").header("Referrer-Policy"))
                .isEqualTo("no-referrer");
    }

    @Test
    void refusalsCarryTheSameHeaders() {
        var answer = wire.get("/api/users/me");

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void whatServicesRunOnStaysUnsaid() {
        var answer = wire.get("/api/users/me", bearer());

        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
    }

    @Test
    void pagesMaySpeakToTheMediaServerWhereItHasAnotherName() {
        assertThat(new PageSettings(List.of("wss://media.example.com")).policy())
                .contains("connect-src 'self' wss://media.example.com;");
        assertThat(new PageSettings(List.of()).policy()).contains("connect-src 'self';");
    }

    @Test
    void theAccessLogNamesTheRequestAndKeepsItsQueryToItself(CapturedOutput output) {
        wire.get("/api/auth/callback/kakao?code=very-secret", "X-Request-Id: logged-request-1");

        // The line is written once the answer is out, so it may come after it.
        await().untilAsserted(() -> assertThat(output.getAll())
                .containsPattern("\\[logged-request-1].* access .*GET /api/auth/callback/kakao 200 \\d+ ms")
                .doesNotContain("very-secret"));
    }

    @Test
    void theAccessLogHasTheStatusThatAFailureWasAnsweredWith(CapturedOutput output) {
        wire.get("/api/users/me", "X-Request-Id: logged-request-2");

        await().untilAsserted(() ->
                assertThat(output.getAll()).containsPattern("\\[logged-request-2].*GET /api/users/me 401"));
    }
}
