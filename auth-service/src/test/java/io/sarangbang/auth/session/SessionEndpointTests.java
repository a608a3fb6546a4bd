package io.sarangbang.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionEndpointTests extends RunningService {

    @Nested
    class AskingForTheSession {

        @Test
        void whoIsSignedInLearnsAsWhomAndUntilWhen() {
            var browser = signedIn(kakaoPerson("4001"));
            var answer = browser.opens("/api/auth/session");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
            var body = json(answer);
            assertThat(body.propertyNames())
                    .containsExactlyInAnyOrder(
                            "signedIn", "accountId", "provider", "nickname", "expiresAt", "authenticatedAt", "notices");
            assertThat(body.path("signedIn").asBoolean()).isTrue();
            assertThat(body.path("accountId").asString())
                    .isEqualTo(caller(browser).accountId().toString());
            assertThat(body.path("provider").asString()).isEqualTo("kakao");
            assertThat(body.path("nickname").asString()).isEqualTo("민지");
            assertThat(Instant.parse(body.path("expiresAt").asString()))
                    .isEqualTo(caller(browser).expiresAt());
            assertThat(Instant.parse(body.path("authenticatedAt").asString()))
                    .isEqualTo(caller(browser).authenticatedAt());
            assertThat(body.path("notices")).isEmpty();
        }

        @Test
        void whoIsNotSignedInLearnsThat() {
            var answer = browser().opens("/api/auth/session");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"signedIn\":false,\"refreshable\":false}");
        }

        @Test
        void withoutAnAccessTokenARefreshMayHelp() {
            var browser = signedIn(kakaoPerson("4002"));
            browser.cookies().remove("__Host-sb_access");

            assertThat(browser.opens("/api/auth/session").body())
                    .isEqualTo("{\"signedIn\":false,\"refreshable\":true}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
        void aTokenThatDoesNotHoldIsNoReasonToRefuse(String token) {
            var answer = browser().opens("/api/auth/session", "Authorization", "Bearer " + token);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"signedIn\":false,\"refreshable\":false}");
        }

        @Test
        void anExpiredTokenMeansARefresh() {
            var browser = signedIn(kakaoPerson("4003"));
            clock.forward(Duration.ofMinutes(6));

            assertThat(browser.opens("/api/auth/session").body())
                    .isEqualTo("{\"signedIn\":false,\"refreshable\":true}");
        }

        @Test
        void aTokenOfAnEndedSessionSpeaksForNobody() {
            var browser = signedIn(kakaoPerson("4004"));
            var copy = browser.copy();
            browser.posts("/api/auth/logout");

            assertThat(json(copy.opens("/api/auth/session")).path("signedIn").asBoolean())
                    .isFalse();
        }
    }

    @Nested
    class Refreshing {

        @Test
        void newCookiesComeAndTheSessionStays() {
            var browser = signedIn(kakaoPerson("4005"));
            var before = browser.copy();
            var answer = browser.posts("/api/auth/refresh");

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
            assertThat(Browser.setCookies(answer))
                    .hasSize(2)
                    .allSatisfy(it -> assertThat(it).contains("Secure", "HttpOnly", "SameSite=Strict"));
            assertThat(browser.cookies().get("__Secure-sb_refresh"))
                    .isNotEqualTo(before.cookies().get("__Secure-sb_refresh"));
            assertThat(caller(browser).sessionId()).isEqualTo(caller(before).sessionId());
        }

        @Test
        void anExpiredAccessTokenIsNoObstacle() {
            var browser = signedIn(kakaoPerson("4006"));
            clock.forward(Duration.ofMinutes(6));

            assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
            assertThat(caller(browser).expiresAt()).isAfter(clock.instant());
        }

        @Test
        void aReplayAfterTheGraceEndsTheSessionForThiefAndOwner() {
            var owner = signedIn(kakaoPerson("4007"));
            var thief = owner.copy();
            owner.posts("/api/auth/refresh");
            clock.forward(Duration.ofSeconds(11));

            isProblem(thief.posts("/api/auth/refresh"), 401, "session-ended");
            isProblem(owner.posts("/api/auth/refresh"), 401, "session-ended");
        }

        @Test
        void whereNothingHelpsAnyMoreTheCookiesGo() {
            var browser = browser();
            browser.cookies().put("__Secure-sb_refresh", "x".repeat(43));
            var answer = browser.posts("/api/auth/refresh");

            isProblem(answer, 401, "session-ended");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(Browser.setCookies(answer))
                    .anyMatch(it ->
                            it.startsWith("__Host-sb_access=;") && it.contains("Max-Age=0") && it.contains("Path=/;"))
                    .anyMatch(it -> it.startsWith("__Secure-sb_refresh=;")
                            && it.contains("Max-Age=0")
                            && it.contains("Path=/api/auth;"));
        }

        @Test
        void theUnprefixedCookieCountsForNothingUnderHttps() {
            var browser = signedIn(kakaoPerson("4008"));
            browser.cookies().put("sb_refresh", browser.cookies().remove("__Secure-sb_refresh"));

            isProblem(browser.posts("/api/auth/refresh"), 401, "session-ended");
        }
    }

    @Nested
    class SigningOut {

        @Test
        void theSessionEndsAndTheCookiesGo() {
            var browser = signedIn(kakaoPerson("4009"));
            var copy = browser.copy();
            var answer = browser.posts("/api/auth/logout");

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(browser.cookies()).isEmpty();
            isProblem(copy.posts("/api/auth/refresh"), 401, "session-ended");
        }

        @Test
        void anAccessTokenAloneIsEnough() {
            var browser = signedIn(kakaoPerson("4010"));
            var copy = browser.copy();
            browser.cookies().remove("__Secure-sb_refresh");
            browser.posts("/api/auth/logout");

            isProblem(copy.posts("/api/auth/refresh"), 401, "session-ended");
        }

        @Test
        void aRefreshTokenAloneIsEnoughEvenAUsedOne() {
            var browser = signedIn(kakaoPerson("4011"));
            var stale = browser.copy();
            stale.cookies().remove("__Host-sb_access");
            browser.posts("/api/auth/refresh");
            stale.posts("/api/auth/logout");

            isProblem(browser.posts("/api/auth/refresh"), 401, "session-ended");
        }

        @Test
        void nobodySignedInIsNoProblem() {
            assertThat(browser().posts("/api/auth/logout").statusCode()).isEqualTo(204);
            assertThat(browser()
                            .send(
                                    "POST",
                                    "/api/auth/logout",
                                    "X-Requested-With",
                                    "sarangbang",
                                    "Authorization",
                                    "Bearer x")
                            .statusCode())
                    .isEqualTo(204);
        }

        @Test
        void otherSessionsOfTheSamePersonGoOn() {
            var laptop = signedIn(kakaoPerson("4012"));
            var phone = signedIn(kakaoPerson("4012"));
            laptop.posts("/api/auth/logout");

            assertThat(phone.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
        }
    }

    @Nested
    class FromAnotherSite {

        @ParameterizedTest
        @ValueSource(strings = {"/api/auth/refresh", "/api/auth/logout"})
        void withoutOurHeaderNothingChanges(String address) {
            var browser = signedIn(kakaoPerson("4013"));

            isProblem(browser.send("POST", address), 403, "cross-site-request");
            isProblem(browser.send("POST", address, "X-Requested-With", "XMLHttpRequest"), 403, "cross-site-request");
            assertThat(json(browser.opens("/api/auth/session")).path("signedIn").asBoolean())
                    .isTrue();
        }
    }
}
