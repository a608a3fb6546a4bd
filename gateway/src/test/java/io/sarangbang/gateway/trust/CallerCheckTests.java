package io.sarangbang.gateway.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.OnStage;
import io.sarangbang.gateway.stage.Tokens;
import io.sarangbang.gateway.stage.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls is known by a token that holds, or not at all. */
class CallerCheckTests extends OnStage {

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/me", "/api/rooms", "/api/rooms/kfm-wqtz-hbp/seats", "/api/unheard-of"})
    void nobodyGetsAnywhereWithoutAToken(String path) {
        var answer = wire.get(path);

        assertThat(answer.problem()).isEqualTo("/problems/not-signed-in 401");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.json().get("requestId").asString()).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void aTokenInTheHeaderGoesOnToTheService() {
        var token = Tokens.good();

        var answer = wire.get("/api/users/me", "Authorization: bearer " + token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(seen(answer, "authorization")).isEqualTo("Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sb_access", "__Host-sb_access"})
    void aTokenInTheCookieReachesTheServiceAsAHeaderAndNoCookieDoes(String cookie) {
        var token = Tokens.good();

        var answer = wire.get("/api/rooms", "Cookie: theme=dark; " + cookie + "=" + token + "; sb_refresh=secret");

        assertThat(seen(answer, "authorization")).isEqualTo("Bearer " + token);
        assertThat(seen(answer, "cookie")).isNull();
    }

    @Test
    void theHeaderWinsOverTheCookie() {
        var token = Tokens.good();

        var answer = wire.get("/api/rooms", "Authorization: Bearer " + token, "Cookie: sb_access=" + Tokens.good());

        assertThat(seen(answer, "authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void anExpiredTokenIsRefused() {
        assertThat(wire.get("/api/rooms", "Cookie: sb_access=" + Tokens.expired())
                        .problem())
                .isEqualTo("/problems/not-signed-in 401");
    }

    @Test
    void aForeignAuthorizationIsNoToken() {
        assertThat(wire.get("/api/rooms", "Authorization: Basic YTpi").problem())
                .isEqualTo("/problems/not-signed-in 401");
    }

    @Test
    void twoAuthorizationHeadersAreNone() {
        assertThat(wire.get("/api/rooms", bearer(), bearer()).problem()).isEqualTo("/problems/not-signed-in 401");
    }

    @Test
    void authServiceGetsItsOwnCookiesAndNoOthers() {
        var own = "sb_refresh=1; __Secure-sb_refresh=2; __Host-sb_refresh=3; sb_sign_in_0a=4; __Host-sb_sign_in_0b=5; "
                + "__Secure-sb_sign_in_0b=6; sb_proof=7; __Host-sb_proof=8; __Secure-sb_proof=9";

        var answer = wire.get("/api/auth/session", "Cookie: a=1; " + own + "; __Host-sb_access=x; sb_other=o");

        assertThat(seen(answer, "cookie").split("; ")).containsExactlyInAnyOrder(own.split("; "));
    }

    @Test
    void authServiceIsReachedWithATokenThatHolds() {
        var token = Tokens.good();

        assertThat(seen(wire.get("/api/auth/session", "Cookie: sb_access=" + token), "authorization"))
                .isEqualTo("Bearer " + token);
    }

    @Test
    void authServiceIsReachedWithoutTheTokenThatHasRunOut() {
        assertThat(seen(wire.get("/api/auth/session", "Cookie: sb_access=" + Tokens.expired()), "authorization"))
                .isNull();
        assertThat(seen(wire.get("/api/auth/session", "Authorization: Bearer nonsense"), "authorization"))
                .isNull();
        assertThat(seen(wire.get("/api/auth/session", "Authorization: Basic YTpi"), "authorization"))
                .isNull();
    }

    @Test
    void theKeysArePublic() {
        var answer = wire.get("/.well-known/jwks.json", "Cookie: sb_access=" + Tokens.good());

        assertThat(answer.json().get("by").asString()).isEqualTo("auth-service");
        assertThat(seen(answer, "authorization")).isNull();
        assertThat(seen(answer, "cookie")).isNull();
    }

    /** Who can't sign in may find out why calls would not work either; who is signed in is not told of. */
    @Test
    void aConnectionTestIsForAnyoneAndInNobodysName() {
        assertThat(wire.post("/api/connection-tests", "").status()).isEqualTo(200);
        assertThat(wire.post("/api/connection-tests", "", "Authorization: Bearer nonsense")
                        .status())
                .isEqualTo(200);

        var answer = wire.post(
                "/api/connection-tests",
                "",
                "Cookie: sb_access=" + Tokens.good(),
                "X-Requested-With: sarangbang",
                "Sec-Fetch-Site: same-origin");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(seen(answer, "authorization")).isNull();
        assertThat(seen(answer, "cookie")).isNull();
    }

    @Test
    void theStandInNeverSeesOurCookies() {
        var answer = wire.get("/stand-in/kakao/login", "Cookie: stand_in=1; sb_access=x; __Secure-sb_refresh=y");

        assertThat(answer.json().get("uri").asString()).isEqualTo("/kakao/login");
        assertThat(seen(answer, "cookie")).isEqualTo("stand_in=1");
    }

    private static String seen(Answer answer, String header) {
        var values = answer.json().get("headers").get(header);
        return values == null ? null : values.get(0).asString();
    }
}
