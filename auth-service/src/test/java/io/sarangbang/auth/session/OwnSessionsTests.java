package io.sarangbang.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** people see where they are signed in and end any or all of it after a fresh sign-in; R-11: an end counts at once. */
class OwnSessionsTests extends RunningService {

    private static final String OURS = "X-Requested-With";

    @Nested
    class Seeing {

        @Test
        void eachSessionNamesItsDeviceNetworkProviderAndTimes() {
            var began = clock.instant();
            var browser = browser();
            signsIn(browser, "kakao", kakaoPerson("5001"));
            browser.send("POST", "/api/auth/refresh", OURS, "sarangbang", "X-Forwarded-For", "203.0.113.77");
            var session = sessions(browser).getFirst();

            assertThat(session.propertyNames())
                    .containsExactlyInAnyOrder(
                            "id", "device", "network", "provider", "createdAt", "lastUsedAt", "expiresAt", "current");
            assertThat(id(session)).isEqualTo(caller(browser).sessionId());
            assertThat(session.path("device").asString()).isEqualTo("Chrome · Android");
            assertThat(session.path("network").asString()).isEqualTo("203.0.113.0/24");
            assertThat(session.path("provider").asString()).isEqualTo("kakao");
            assertThat(time(session, "createdAt")).isBetween(began.minusSeconds(1), clock.instant());
            assertThat(time(session, "lastUsedAt")).isAfterOrEqualTo(time(session, "createdAt"));
            assertThat(Duration.between(time(session, "lastUsedAt"), time(session, "expiresAt")))
                    .isEqualTo(Duration.ofDays(14));
            assertThat(session.path("current").asBoolean()).isTrue();
        }

        @Test
        void theOwnOneComesFirstThenThoseUsedLast() {
            var laptop = signedIn(kakaoPerson("5002"));
            var phone = signedIn(kakaoPerson("5002"));
            var tablet = signedIn(kakaoPerson("5002"));
            clock.forward(Duration.ofMinutes(1));
            phone.posts("/api/auth/refresh");
            clock.forward(Duration.ofMinutes(1));
            tablet.posts("/api/auth/refresh");
            clock.forward(Duration.ofMinutes(1));
            var own = signedIn(kakaoPerson("5002"));
            phone.posts("/api/auth/refresh");

            assertThat(sessions(own))
                    .extracting(OwnSessionsTests::id)
                    .containsExactly(sid(own), sid(phone), sid(tablet), sid(laptop));
            assertThat(sessions(own))
                    .extracting(it -> it.path("current").asBoolean())
                    .containsExactly(true, false, false, false);
        }

        @Test
        void whatEndedIsNotThere() {
            var left = signedIn(kakaoPerson("5003"));
            left.posts("/api/auth/logout");
            signedIn(kakaoPerson("5003"));
            clock.forward(Duration.ofDays(15));
            var own = signedIn(kakaoPerson("5003"));

            assertThat(sessions(own)).extracting(OwnSessionsTests::id).containsExactly(sid(own));
        }

        @Test
        void thoseOfOthersAreNotThere() {
            var own = signedIn(kakaoPerson("5004"));
            signedIn(kakaoPerson("5005"));

            assertThat(sessions(own)).hasSize(1);
        }

        @Test
        void nobodySeesAnythingWithoutSigningIn() {
            isProblem(browser().opens("/api/auth/sessions"), 401, "not-signed-in");
        }
    }

    @Nested
    class EndingOne {

        @Test
        void itEndsForItsRefreshAndItsAccessToken() {
            var own = signedIn(kakaoPerson("5010"));
            var lost = signedIn(kakaoPerson("5010"));
            var answer = ends(own, sid(lost));

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(Browser.setCookies(answer)).isEmpty();
            assertThat(sessions(own)).hasSize(1);
            assertThat(json(lost.opens("/api/auth/session")).path("signedIn").asBoolean())
                    .isFalse();
            isProblem(lost.opens("/api/auth/sessions"), 401, "session-ended");
            isProblem(lost.posts("/api/auth/sessions/end-others"), 401, "session-ended");
            isProblem(lost.posts("/api/auth/refresh"), 401, "session-ended");
        }

        @Test
        void onceMoreIsNoProblem() {
            var own = signedIn(kakaoPerson("5011"));
            var lost = signedIn(kakaoPerson("5011"));
            ends(own, sid(lost));

            assertThat(ends(own, sid(lost)).statusCode()).isEqualTo(204);
        }

        @Test
        void thatOfSomebodyElseIsNotFoundAndGoesOn() {
            var own = signedIn(kakaoPerson("5012"));
            var others = signedIn(kakaoPerson("5013"));

            isProblem(ends(own, sid(others)), 404, "session-not-found");
            assertThat(others.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
            isProblem(ends(own, UUID.randomUUID()), 404, "session-not-found");
        }

        @Test
        void endingTheOwnOneSignsOut() {
            var own = signedIn(kakaoPerson("5014"));
            var answer = ends(own, sid(own));

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(own.cookies()).isEmpty();
        }

        @Test
        void aSignInOfElevenMinutesAgoIsNotFreshEnough() {
            var own = signedIn(kakaoPerson("5015"));
            var lost = signedIn(kakaoPerson("5015"));
            var session = sid(lost);
            clock.forward(Duration.ofMinutes(11));
            own.posts("/api/auth/refresh");
            var answer = ends(own, session);

            isProblem(answer, 401, "fresh-sign-in-needed");
            assertThat(json(answer).path("maxAge").asInt()).isEqualTo(600);
            isProblem(own.posts("/api/auth/sessions/end-others"), 401, "fresh-sign-in-needed");
            assertThat(lost.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
        }

        @Test
        void withoutOurHeaderNothingEnds() {
            var own = signedIn(kakaoPerson("5016"));
            var other = signedIn(kakaoPerson("5016"));

            isProblem(own.send("DELETE", "/api/auth/sessions/" + sid(other)), 403, "cross-site-request");
            isProblem(own.send("POST", "/api/auth/sessions/end-others"), 403, "cross-site-request");
            assertThat(sessions(own)).hasSize(2);
        }

        @Test
        void whatIsNoIdIsRefused() {
            isProblem(
                    signedIn(kakaoPerson("5017")).send("DELETE", "/api/auth/sessions/x", OURS, "sarangbang"),
                    400,
                    "malformed-request");
        }
    }

    @Nested
    class EndingTheOthers {

        @Test
        void onlyTheOwnOneGoesOn() {
            var own = signedIn(kakaoPerson("5020"));
            var others = List.of(signedIn(kakaoPerson("5020")), signedIn(kakaoPerson("5020")));
            var stranger = signedIn(kakaoPerson("5021"));
            var answer = own.posts("/api/auth/sessions/end-others");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"ended\":2}");
            others.forEach(it -> isProblem(it.posts("/api/auth/refresh"), 401, "session-ended"));
            assertThat(own.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
            assertThat(stranger.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
            assertThat(own.posts("/api/auth/sessions/end-others").body()).isEqualTo("{\"ended\":0}");
        }

        @Test
        void thoseThatEndedBeforeAreNotCounted() {
            signedIn(kakaoPerson("5022"));
            clock.forward(Duration.ofDays(15));

            assertThat(signedIn(kakaoPerson("5022"))
                            .posts("/api/auth/sessions/end-others")
                            .body())
                    .isEqualTo("{\"ended\":0}");
        }
    }

    /** a sign-in has a session of its own, and that which the browser had is dead. */
    @Test
    void aSignInReplacesTheSessionOfTheSameBrowser() {
        var browser = signedIn(kakaoPerson("5030"));
        var before = browser.copy();
        signsIn(browser, "kakao", kakaoPerson("5030"));

        assertThat(sid(browser)).isNotEqualTo(sid(before));
        isProblem(before.opens("/api/auth/sessions"), 401, "session-ended");
        isProblem(before.posts("/api/auth/refresh"), 401, "session-ended");
        assertThat(sessions(browser)).extracting(OwnSessionsTests::id).containsExactly(sid(browser));
    }

    private List<JsonNode> sessions(Browser browser) {
        var answer = browser.opens("/api/auth/sessions");
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).path("sessions").valueStream().toList();
    }

    private UUID sid(Browser browser) {
        return caller(browser).sessionId();
    }

    private static HttpResponse<String> ends(Browser browser, UUID session) {
        return browser.send("DELETE", "/api/auth/sessions/" + session, OURS, "sarangbang");
    }

    private static UUID id(JsonNode session) {
        return UUID.fromString(session.path("id").asString());
    }

    private static Instant time(JsonNode session, String member) {
        return Instant.parse(session.path(member).asString());
    }
}
