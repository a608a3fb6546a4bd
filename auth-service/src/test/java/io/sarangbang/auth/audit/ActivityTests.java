package io.sarangbang.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** what happens to an account's security is kept for its owner, and told to operators without any secret. */
@ExtendWith(OutputCaptureExtension.class)
class ActivityTests extends RunningService {

    @Nested
    class Kept {

        @Test
        void aSignInIsWithItsDeviceNetworkAndProvider() {
            var began = clock.instant().minusSeconds(1);
            var browser = signedIn(kakaoPerson("8001"));
            var event = activity(browser).getFirst();

            assertThat(event.propertyNames()).containsExactlyInAnyOrder("id", "kind", "at", "device", "provider");
            assertThat(event.path("kind").asString()).isEqualTo("signed-in");
            assertThat(event.path("device").asString()).isEqualTo("Chrome · Android");
            assertThat(event.path("provider").asString()).isEqualTo("kakao");
            assertThat(Instant.parse(event.path("at").asString())).isBetween(began, clock.instant());
        }

        @Test
        void aSignOutIsOnceHoweverOftenItIsAsked() {
            var browser = signedIn(kakaoPerson("8002"));
            var copy = browser.copy();
            browser.posts("/api/auth/logout");
            copy.posts("/api/auth/logout");

            assertThat(kinds(signedIn(kakaoPerson("8002")))).containsExactly("signed-in", "signed-out", "signed-in");
        }

        @Test
        void anEndFromElsewhereIsOnceHoweverOftenItIsAsked() {
            var own = signedIn(kakaoPerson("8003"));
            var lost = caller(signedIn(kakaoPerson("8003"))).sessionId();
            own.send("DELETE", "/api/auth/sessions/" + lost, "X-Requested-With", "sarangbang");
            own.send("DELETE", "/api/auth/sessions/" + lost, "X-Requested-With", "sarangbang");

            assertThat(kinds(own)).containsExactly("session-ended", "signed-in", "signed-in");
        }

        @Test
        void theEndOfAllOthersIsWhereThereWereSome() {
            var own = signedIn(kakaoPerson("8004"));
            own.posts("/api/auth/sessions/end-others");
            signedIn(kakaoPerson("8004"));
            own.posts("/api/auth/sessions/end-others");

            assertThat(kinds(own)).containsExactly("other-sessions-ended", "signed-in", "signed-in");
        }

        /** The request that brought the token is refused; what it tells is kept all the same. */
        @Test
        void aTokenThatCameTwiceIsAndItsOwnerIsToldAtTheNextSignIn() {
            var owner = signedIn(kakaoPerson("8005"));
            var thief = owner.copy();
            owner.posts("/api/auth/refresh");
            clock.forward(Duration.ofSeconds(11));
            isProblem(thief.posts("/api/auth/refresh"), 401, "session-ended");
            isProblem(thief.posts("/api/auth/refresh"), 401, "session-ended");
            isProblem(owner.posts("/api/auth/refresh"), 401, "session-ended");
            var back = signedIn(kakaoPerson("8005"));

            assertThat(kinds(back)).containsExactly("signed-in", "refresh-token-reused", "signed-in");
            var notices = json(back.opens("/api/auth/session")).path("notices");
            assertThat(notices).hasSize(1);
            assertThat(notices.get(0).path("kind").asString()).isEqualTo("refresh-token-reused");
            assertThat(notices.get(0).path("device").asString()).isEqualTo("Chrome · Android");
            assertThat(notices.get(0).path("provider").asString()).isEqualTo("kakao");
        }

        @Test
        void whoSignsInWhereSomebodyElseWasSignsThemOut() {
            var browser = signedIn(kakaoPerson("8006"));
            signsIn(browser, "kakao", kakaoPerson("8007"));

            assertThat(kinds(browser)).containsExactly("signed-in");
            assertThat(kinds(signedIn(kakaoPerson("8006")))).containsExactly("signed-in", "signed-out", "signed-in");
        }
    }

    @Nested
    class Read {

        @Test
        void itComesNewestFirstAndPageByPage() {
            var browser = signedIn(kakaoPerson("8010"));
            for (var i = 0; i < 6; i++) {
                signsIn(browser, "kakao", kakaoPerson("8010"));
            }
            var all = new ArrayList<String>();
            var page = page(browser, "?limit=3");
            while (page.path("more").asBoolean()) {
                assertThat(page.path("events")).hasSize(3);
                page.path("events").forEach(it -> all.add(it.path("id").asString()));
                page = page(browser, "?limit=3&before=" + all.getLast());
            }
            page.path("events").forEach(it -> all.add(it.path("id").asString()));

            assertThat(all).hasSize(7).doesNotHaveDuplicates();
            assertThat(activity(browser))
                    .extracting(it -> it.path("id").asString())
                    .containsExactlyElementsOf(all);
        }

        @Test
        void aPageThatEndsWithTheLastHasNoMore() {
            var browser = signedIn(kakaoPerson("8011"));
            signsIn(browser, "kakao", kakaoPerson("8011"));

            assertThat(page(browser, "?limit=2").path("more").asBoolean()).isFalse();
            assertThat(page(browser, "?limit=1").path("more").asBoolean()).isTrue();
        }

        @Test
        void thatOfOthersIsNotThere() {
            var own = signedIn(kakaoPerson("8012"));
            var others = signedIn(kakaoPerson("8013"));
            var theirs = activity(others).getFirst().path("id").asString();

            assertThat(kinds(own)).containsExactly("signed-in");
            assertThat(page(own, "?before=" + theirs).path("events")).hasSizeLessThanOrEqualTo(1);
            isProblem(browser().opens("/api/auth/activity"), 401, "not-signed-in");
        }

        @ParameterizedTest
        @ValueSource(strings = {"limit=0", "limit=101", "limit=-1"})
        void pagesHaveOneToAHundredEvents(String query) {
            isProblem(signedIn(kakaoPerson("8014")).opens("/api/auth/activity?" + query), 400, "validation-failed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"limit=x", "before=x"})
        void whatCanNotBeReadIsRefused(String query) {
            isProblem(signedIn(kakaoPerson("8015")).opens("/api/auth/activity?" + query), 400, "malformed-request");
        }
    }

    @Nested
    class Logged {

        @Test
        void aSignInItsRefreshAndItsEndShowNoSecret(CapturedOutput output) {
            var browser = signedIn(kakaoPerson("8020"));
            var secrets = new ArrayList<>(browser.cookies().values());
            browser.posts("/api/auth/refresh");
            secrets.addAll(browser.cookies().values());
            clock.forward(Duration.ofSeconds(11));
            browser.posts("/api/auth/logout");

            assertThat(output.getAll()).contains("signed-in account=", "signed-out account=");
            assertThat(output.getAll()).doesNotContain(secrets).doesNotContain("minji@example.com", "민지", "8020");
        }

        @Test
        void aSignInThatFailedIsThoughNobodyIsKnown(CapturedOutput output) {
            var browser = browser();
            var refusal = PROVIDERS.refusal(browser.startsSignIn("kakao", "/r/kfm-wqtz-hbp"), "access_denied");
            browser.comesBack(refusal);

            assertThat(output.getAll()).contains("sign-in-failed provider=kakao fault=sign-in-denied");
            assertThat(output.getAll()).doesNotContain("code-123");
        }
    }

    private List<JsonNode> activity(Browser browser) {
        return page(browser, "").path("events").valueStream().toList();
    }

    private List<String> kinds(Browser browser) {
        return activity(browser).stream().map(it -> it.path("kind").asString()).toList();
    }

    private static JsonNode page(Browser browser, String query) {
        var answer = browser.opens("/api/auth/activity" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }
}
