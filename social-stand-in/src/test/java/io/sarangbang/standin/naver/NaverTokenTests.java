package io.sarangbang.standin.naver;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.standin.MovableClock;
import io.sarangbang.standin.StandInTest;
import io.sarangbang.standin.Wire;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@StandInTest
class NaverTokenTests {

    private final Wire wire;
    private final NaverTestClient client;
    private final MovableClock clock;

    @Autowired
    NaverTokenTests(Wire wire, MovableClock clock) {
        this.wire = wire;
        this.client = new NaverTestClient(wire);
        this.clock = clock;
    }

    @AfterEach
    void resetKnobs() {
        wire.resetKnobs();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aCodeBuysTokensInNaversShape(String method) {
        var tokens = wire.body(client.asks(
                HttpMethod.valueOf(method), NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "도윤"))));

        assertThat(tokens.get("expires_in").isString()).isTrue();
        assertThat(tokens.get("expires_in").asString()).isEqualTo("3600");
        assertThat(tokens.get("token_type").asString()).isEqualTo("bearer");
        assertThat(tokens.has("refresh_token")).isTrue();
        assertThat(tokens.has("id_token")).isFalse();
    }

    @Test
    void aUsedOrUnknownOrExpiredCodeIsRefusedWithStatus200() {
        var code = client.code(NaverTestClient.OLD, "도윤");
        assertThat(client.asks(NaverTestClient.codeForm(code))).hasStatusOk();
        client.refuses(client.asks(NaverTestClient.codeForm(code)), "no valid data in session");
        client.refuses(client.asks(NaverTestClient.codeForm("never-issued")), "no valid data in session");

        var old = client.code(NaverTestClient.OLD, "도윤");
        clock.pass(Duration.ofMinutes(11));
        client.refuses(client.asks(NaverTestClient.codeForm(old)), "no valid data in session");
    }

    @Test
    void stateIsNeededAtTheTokenAddressToo() {
        client.refuses(
                client.asks(NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "도윤"), "state", "-")),
                "no valid data in session");
        client.refuses(
                client.asks(NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "도윤"), "state", "other")),
                "no valid data in session");

        wire.turn("naver", "{\"on\":[\"state-optional\"]}");
        assertThat(wire.body(client.asks(
                                NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "도윤"), "state", "-")))
                        .has("access_token"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"client_id, kakao-key", "client_secret, -", "client_secret, wrong"})
    void aWrongClientIsRefusedWithStatus200(String parameter, String value) {
        client.refuses(
                client.asks(NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "도윤"), parameter, value)),
                "wrong client id / client secret pair.");
    }

    @Test
    void codesAndSecretsCanBeMadeWrong() {
        wire.turn("naver/people/도윤", "{\"on\":[\"code-used\"]}");
        client.refuses(
                client.asks(NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "도윤"))),
                "no valid data in session");
        wire.turn("naver", "{\"on\":[\"secret-refused\"]}");
        client.refuses(
                client.asks(NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "수아"))),
                "wrong client id / client secret pair.");
    }

    @Test
    void aRefreshBringsNoRefreshToken() {
        var tokens = wire.body(client.asks(NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "도윤"))));
        var refreshed = wire.body(client.asks(
                NaverTestClient.form("refresh_token", "refresh_token", NaverTestClient.text(tokens, "refresh_token"))));

        assertThat(refreshed.has("access_token")).isTrue();
        assertThat(refreshed.has("refresh_token")).isFalse();
        assertThat(client.me(refreshed)).hasStatusOk();
        client.refuses(
                client.asks(NaverTestClient.form("refresh_token", "refresh_token", "never-issued")),
                "invalid refresh_token");
    }

    @Test
    void deletionUnlinksAndNeedsALiveToken() {
        var tokens = wire.body(client.asks(NaverTestClient.codeForm(client.code(NaverTestClient.OLD, "도윤"))));
        var token = NaverTestClient.text(tokens, "access_token");
        var answer = wire.body(
                client.asks(NaverTestClient.form("delete", "access_token", token, "service_provider", "NAVER")));

        assertThat(NaverTestClient.text(answer, "result")).isEqualTo("success");
        assertThat(NaverTestClient.text(answer, "access_token")).isEqualTo(token);
        assertThat(client.me(tokens)).hasStatus(401);
        client.refuses(
                client.asks(NaverTestClient.form(
                        "refresh_token", "refresh_token", NaverTestClient.text(tokens, "refresh_token"))),
                "invalid refresh_token");
        client.refuses(client.asks(NaverTestClient.form("delete", "access_token", token)), "invalid access_token");
    }

    @Test
    void otherGrantTypesAreRefused() {
        assertThat(NaverTestClient.text(wire.body(client.asks(NaverTestClient.form("password"))), "error"))
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void openidMeansNothingHere() {
        var page = client.submits(NaverTestClient.OLD, "name", "도윤", "decision", "consent", "scope", "openid");
        var tokens = wire.body(
                client.asks(NaverTestClient.codeForm(Wire.redirected(page).get("code"))));

        assertThat(tokens.has("id_token")).isFalse();
    }
}
