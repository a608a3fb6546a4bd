package io.sarangbang.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTests extends RunningService {

    @ParameterizedTest
    @CsvSource({
        "GET,/api/auth/refresh,405,method-not-allowed",
        "GET,/api/auth/logout,405,method-not-allowed",
        "DELETE,/api/auth/session,405,method-not-allowed",
        "PUT,/api/auth/providers,405,method-not-allowed",
        "POST,/.well-known/jwks.json,405,method-not-allowed",
        "GET,/api/auth/sign-in/,404,not-found",
        "GET,/api/auth/sign-in/kakao/x,401,not-signed-in",
        "POST,/api/auth/sign-in/kakao,404,not-found",
        "GET,/api/auth/unheard-of,401,not-signed-in",
        "GET,/actuator/env,401,not-signed-in",
        "GET,/,401,not-signed-in",
        "GET,/internal/sessions,401,not-signed-in"
    })
    void whatIsNotOfferedIsRefusedAsAProblem(String method, String address, int status, String problem) {
        isProblem(browser().send(method, address, "X-Requested-With", "sarangbang"), status, problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/auth/sign-in/kakao?returnTo=%00",
                "/api/auth/sign-in/kakao?returnTo=%ff%fe",
                "/api/auth/sign-in/kakao?returnTo=//evil.test",
                "/api/auth/sign-in/kakao?returnTo=a&returnTo=b",
                "/api/auth/sign-in/kakao?state=mine&redirect_uri=https://evil.test&action=%7B%7D",
                "/api/auth/callback/kakao?code=%00&state=%ff",
                "/api/auth/callback/naver?error=%0d%0a&state=x",
                "/api/auth/providers?x=%5B"
            })
    void oddParametersBreakNothing(String address) {
        assertThat(browser().opens(address).statusCode()).isIn(200, 302, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/sign-in/kakao?returnTo=%ff%fe", "/api/auth/callback/kakao?code=c&state=%ff"})
    void whatCanNotBeDecodedIsMalformed(String address) {
        isProblem(browser().opens(address), 400, "malformed-request");
    }

    @Test
    void hugeCookiesAndHeadersBreakNothing() {
        var browser = browser();
        browser.cookies().put("__Secure-sb_refresh", "A".repeat(5000));
        browser.cookies().put("__Host-sb_sign_in_00000000", "x y\"z");

        isProblem(browser.posts("/api/auth/refresh"), 401, "session-ended");
        assertThat(browser.opens("/api/auth/callback/kakao?code=c&state=s").statusCode())
                .isEqualTo(302);
        assertThat(browser.opens("/api/auth/sign-in/kakao").statusCode()).isEqualTo(302);
        assertThat(browser.opens("/api/auth/session", "Authorization", "Bearer " + "a".repeat(6000))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aForeignKindOfAuthorizationIsNobodys() {
        assertThat(browser()
                        .opens("/api/auth/session", "Authorization", "Basic eDp5")
                        .body())
                .isEqualTo("{\"signedIn\":false,\"refreshable\":false}");
    }

    @Test
    void everyAnswerCarriesARequestId() {
        assertThat(browser()
                        .opens("/api/auth/providers", "X-Request-Id", "from-the-edge-1")
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains("from-the-edge-1");
    }
}
