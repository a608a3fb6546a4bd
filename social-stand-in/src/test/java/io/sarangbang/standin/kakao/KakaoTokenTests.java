package io.sarangbang.standin.kakao;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.standin.MovableClock;
import io.sarangbang.standin.StandInTest;
import io.sarangbang.standin.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@StandInTest
class KakaoTokenTests {

    private final Wire wire;
    private final KakaoTestClient client;
    private final MovableClock clock;

    @Autowired
    KakaoTokenTests(Wire wire, MovableClock clock) {
        this.wire = wire;
        this.client = new KakaoTestClient(wire);
        this.clock = clock;
    }

    @AfterEach
    void resetKnobs() {
        wire.resetKnobs();
    }

    @Test
    void aCodeBuysTokensInKakaosShape() {
        var answer = client.redeems(client.codeFor("서연", "scope", "account_email,profile_nickname"));

        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentType()).isEqualTo("application/json;charset=UTF-8");
        var tokens = wire.body(answer);
        assertThat(tokens.get("token_type").asString()).isEqualTo("bearer");
        assertThat(tokens.get("expires_in").isNumber()).isTrue();
        assertThat(tokens.get("expires_in").asInt()).isEqualTo(21_599);
        assertThat(tokens.get("refresh_token_expires_in").asInt()).isEqualTo(5_183_999);
        assertThat(tokens.get("scope").asString()).isEqualTo("account_email profile_nickname");
        assertThat(tokens.has("id_token")).isFalse();
    }

    @Test
    void aCodeWorksOnce() {
        var code = client.codeFor("서연");

        assertThat(client.redeems(code)).hasStatusOk();
        refuses(client.redeems(code), 400, "invalid_grant", "KOE320");
        assertThat(wire.body(client.redeems(code)).get("error_description").asString())
                .isEqualTo("authorization code not found for code=" + code);
    }

    @Test
    void aCodeWorksOnceWhenManyTryAtOnce() throws Exception {
        var code = client.codeFor("서연");
        Callable<Integer> attempt = () -> client.redeems(code).getResponse().getStatus();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(_ -> attempt).toList());
            assertThat(attempts).extracting(it -> it.get()).containsOnlyOnce(200);
        }
    }

    @Test
    void aCodeExpires() {
        var code = client.codeFor("서연");
        clock.pass(Duration.ofMinutes(11));

        refuses(client.redeems(code), 400, "invalid_grant", "KOE320");
    }

    @Test
    void anUnknownCodeIsRefused() {
        refuses(client.redeems("never-issued"), 400, "invalid_grant", "KOE320");
        refuses(client.redeems("-"), 400, "invalid_grant", "KOE320");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.com/other?a=1", "https://app.example.com/back/kakao/", "-"})
    void theRedirectUriIsTheOneTheCodeWasAskedWith(String redirectUri) {
        refuses(client.redeems(client.codeFor("서연"), "redirect_uri", redirectUri), 400, "invalid_grant", "KOE303");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "wrong", "KAKAO-SECRET"})
    void theSecretIsNeededAndChecked(String secret) {
        refuses(client.redeems(client.codeFor("서연"), "client_secret", secret), 401, "invalid_client", "KOE010");
    }

    @Test
    void aRefusedClientLeavesTheCodeUsable() {
        var code = client.codeFor("서연");
        client.redeems(code, "client_secret", "wrong");

        assertThat(client.redeems(code)).hasStatusOk();
    }

    @Test
    void credentialsInTheHeaderAreRefused() {
        var answer = wire.post(
                "/kakao/oauth/token",
                Map.of("grant_type", "authorization_code", "code", client.codeFor("서연")),
                "Authorization",
                "Basic a2FrYW8ta2V5Omtha2FvLXNlY3JldA==");

        refuses(answer, 401, "invalid_client", "KOE010");
        assertThat(answer.getResponse().getHeader("WWW-Authenticate")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "naver-id"})
    void anUnknownClientIsRefused(String clientId) {
        refuses(client.redeems(client.codeFor("서연"), "client_id", clientId), 400, "invalid_client", "KOE101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "client_credentials", "-"})
    void otherGrantTypesAreRefused(String grantType) {
        assertThat(wire.body(client.asks(grantType, Map.of())).get("error").asString())
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void onlyFormsAreRead() {
        assertThat(wire.put("/kakao/oauth/token", "{}")).hasStatus(405);
    }

    @Test
    void theVerifierHasToMatchTheChallenge() {
        var pkce = new String[] {"code_challenge", KakaoTestClient.CHALLENGE, "code_challenge_method", "S256"};

        assertThat(client.redeems(client.codeFor("서연", pkce), "code_verifier", KakaoTestClient.VERIFIER))
                .hasStatusOk();
        for (var wrong : new String[] {"-", "short", KakaoTestClient.CHALLENGE, KakaoTestClient.VERIFIER + "x"}) {
            refuses(client.redeems(client.codeFor("서연", pkce), "code_verifier", wrong), 400, "invalid_grant", null);
        }
    }

    @Test
    void aVerifierWithoutAChallengeIsRefused() {
        refuses(
                client.redeems(client.codeFor("서연"), "code_verifier", KakaoTestClient.VERIFIER),
                400,
                "invalid_grant",
                null);
    }

    @Test
    void aRefreshKeepsTheRefreshTokenWhileItIsYoung() {
        var refreshToken = client.tokensOf("서연").get("refresh_token").asString();
        var refreshed = wire.body(client.refreshes(refreshToken));

        assertThat(refreshed.has("access_token")).isTrue();
        assertThat(refreshed.has("refresh_token")).isFalse();
        assertThat(client.refreshes(refreshToken)).hasStatusOk();
    }

    @Test
    void aRefreshInTheLastMonthRenewsTheRefreshToken() {
        var refreshToken = client.tokensOf("서연").get("refresh_token").asString();
        clock.pass(Duration.ofDays(31));
        var refreshed = wire.body(client.refreshes(refreshToken));

        assertThat(refreshed.get("refresh_token").asString()).isNotEqualTo(refreshToken);
        refuses(client.refreshes(refreshToken), 400, "invalid_grant", "KOE322");
    }

    @Test
    void aRefreshTokenExpires() {
        var refreshToken = client.tokensOf("서연").get("refresh_token").asString();
        clock.pass(Duration.ofDays(61));

        refuses(client.refreshes(refreshToken), 400, "invalid_grant", "KOE322");
        refuses(client.refreshes("never-issued"), 400, "invalid_grant", "KOE322");
    }

    @Test
    void aRefreshCanBeMadeToRenew() {
        wire.turn("kakao/people/서연", "{\"on\":[\"refresh-token-renewed\"]}");

        assertThat(wire.body(client.refreshes(
                                client.tokensOf("서연").get("refresh_token").asString()))
                        .has("refresh_token"))
                .isTrue();
    }

    @Test
    void aCodeCanBeMadeToLookUsed() {
        wire.turn("kakao/people/서연", "{\"on\":[\"code-used\"]}");

        refuses(client.redeems(client.codeFor("서연")), 400, "invalid_grant", "KOE320");
        assertThat(client.redeems(client.codeFor("민준"))).hasStatusOk();
    }

    @Test
    void theSecretCanBeMadeWrongOrOptional() {
        wire.turn("kakao", "{\"on\":[\"secret-refused\"]}");
        refuses(client.redeems(client.codeFor("서연")), 401, "invalid_client", "KOE010");

        wire.turn("kakao", "{\"on\":[\"secret-optional\"]}");
        assertThat(client.redeems(client.codeFor("서연"), "client_secret", "-")).hasStatusOk();
        refuses(client.redeems(client.codeFor("서연"), "client_secret", "wrong"), 401, "invalid_client", "KOE010");
    }

    private void refuses(MvcTestResult answer, int status, String error, String code) {
        assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith("application/json");
        var body = wire.body(answer);
        assertThat(body.get("error").asString()).isEqualTo(error);
        assertThat(body.has("access_token")).isFalse();
        assertThat(body.has("error_code") ? body.get("error_code").asString() : null)
                .isEqualTo(code);
    }
}
