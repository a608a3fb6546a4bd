package io.sarangbang.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.FakeProviders;
import io.sarangbang.auth.RunningService;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** a callback is worth something only with the cookie of the browser that began, once, in time, unaltered. */
class PendingSignInTests extends RunningService {

    @Test
    void aCallbackWithoutTheCookieIsExpired() {
        var callback = PROVIDERS.consent(browser().startsSignIn("kakao", "/"), kakaoPerson("3001"));

        isExpired(browser().comesBack(callback));
    }

    @Test
    void aCallbackWorksOnceInABrowser() {
        var browser = browser();
        var callback = PROVIDERS.consent(browser.startsSignIn("kakao", "/"), kakaoPerson("3002"));
        browser.comesBack(callback);

        isExpired(browser.comesBack(callback));
    }

    @Test
    void anotherBrowsersCookieOpensNothing() {
        var attacker = browser();
        var callback = PROVIDERS.consent(attacker.startsSignIn("kakao", "/"), kakaoPerson("3003"));
        var victim = browser();
        victim.startsSignIn("kakao", "/");

        isExpired(victim.comesBack(callback));
        assertThat(victim.accessToken()).isEmpty();
    }

    @Test
    void afterTenMinutesItIsTooLate() {
        var browser = browser();
        var callback = PROVIDERS.consent(browser.startsSignIn("kakao", "/r/abc"), kakaoPerson("3004"));
        clock.forward(Duration.ofMinutes(10));

        var answer = browser.comesBack(callback);
        isExpired(answer);
        assertThat(Browser.location(answer).getQuery()).endsWith("returnTo=/r/abc");
    }

    @Test
    void withinTenMinutesItIsNot() {
        var browser = browser();
        var callback = PROVIDERS.consent(browser.startsSignIn("kakao", "/"), kakaoPerson("3005"));
        clock.forward(Duration.ofMinutes(9));

        assertThat(Browser.location(browser.comesBack(callback))).hasPath("/welcome");
    }

    @Test
    void everyBitOfTheCookieCounts() {
        var browser = browser();
        var callback = PROVIDERS.consent(browser.startsSignIn("kakao", "/"), kakaoPerson("3006"));
        var cookie = browser.pending().iterator().next();
        var sealed = Base64.getUrlDecoder().decode(browser.cookies().get(cookie));
        for (var position : new int[] {0, 12, sealed.length / 2, sealed.length - 1}) {
            var altered = sealed.clone();
            altered[position] ^= 1;
            var forger = browser.copy();
            forger.cookies().put(cookie, Base64.getUrlEncoder().withoutPadding().encodeToString(altered));

            isExpired(forger.comesBack(callback));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "AAAA", "%%%", "eyJhbGciOiJub25lIn0.e30.", "____________________________________________"})
    void whatWasNeverSealedHereOpensNothing(String forged) {
        var browser = browser();
        var callback = PROVIDERS.consent(browser.startsSignIn("kakao", "/"), kakaoPerson("3007"));
        browser.cookies().put(browser.pending().iterator().next(), forged);

        isExpired(browser.comesBack(callback));
    }

    @Test
    void aCookieOfOneProviderOpensNoCallbackOfAnother() {
        var browser = browser();
        var authorize = browser.startsSignIn("kakao", "/");
        var state = FakeProviders.parameters(authorize.getRawQuery()).get("state");

        var answer = browser.comesBack(URI.create("https://rooms.test/api/auth/callback/naver?code=c&state="
                + java.net.URLEncoder.encode(state, java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(Browser.location(answer).getQuery()).startsWith("problem=sign-in-expired&provider=naver");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?code=c",
                "?state=s",
                "?error=access_denied",
                "?code=c&state=",
                "?code=&state=s",
                "?code=c&code=d&state=s"
            })
    void aCallbackThatIsNoneEndsOnTheSignInPageToo(String query) {
        var browser = browser();
        browser.startsSignIn("kakao", "/");
        var answer = browser.opens("/api/auth/callback/kakao" + query);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer).getQuery())
                .matches("problem=sign-in-(expired|misconfigured)&provider=kakao&.*");
        assertThat(browser.pending()).as("a forged callback ends no sign-in").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/auth/sign-in/google",
                "/api/auth/callback/google?code=c&state=s",
                "/api/auth/sign-in/KAKAO",
                "/api/auth/callback/%6Bakao?code=c&state=s",
                "/api/auth/sign-in/%6bakao"
            })
    void providersThatAreNotOfferedHaveNoAddress(String address) {
        isProblem(browser().opens(address), 404, "not-found");
    }

    @Test
    void aCookieThatWasKeptDoesNotMakeACallbackWorkTwice() {
        var browser = browser();
        var callback = PROVIDERS.consent(browser.startsSignIn("kakao", "/"), kakaoPerson("3008"));
        var kept = browser.copy();
        browser.comesBack(callback);

        // The code is none that was used: nothing but the state stands in the way.
        var fresh = PROVIDERS.consent(
                URI.create("https://x.test/?redirect_uri=https://rooms.test/api/auth/callback/kakao&state="
                        + FakeProviders.parameters(callback.getRawQuery()).get("state")),
                kakaoPerson("3008"));
        isExpired(kept.comesBack(fresh));
    }

    @Test
    void ofManyCallbacksAtOnceOneCounts() {
        var browser = signedIn(kakaoPerson("3009"));
        var callback = PROVIDERS.consent(browser.startsSignIn("kakao", "/r/abc"), kakaoPerson("3009"));
        var answers = IntStream.range(0, 8).mapToObj(_ -> browser.copy()).toList().parallelStream()
                .map(it -> Browser.location(it.comesBack(callback)).getPath())
                .toList();

        assertThat(answers)
                .containsOnlyOnce("/r/abc")
                .filteredOn("/sign-in"::equals)
                .hasSize(7);
    }

    @Test
    void signInsBegunInTwoTabsBothEnd() {
        var browser = browser();
        var first = browser.startsSignIn("kakao", "/r/first");
        var second = browser.startsSignIn("naver", "/r/second");
        signedIn(kakaoPerson("3010"));
        signsIn(browser(), "naver", naverPerson("n3010"));

        assertThat(Browser.location(browser.comesBack(PROVIDERS.consent(first, kakaoPerson("3010")))))
                .hasToString("/r/first");
        assertThat(Browser.location(browser.comesBack(PROVIDERS.consent(second, naverPerson("n3010")))))
                .hasToString("/r/second");
    }

    @Test
    void aBrowserHoldsThreePendingSignInsAndTheOldestGoes() {
        var browser = browser();
        var first = browser.startsSignIn("kakao", "/");
        clock.forward(Duration.ofSeconds(1));
        var second = browser.startsSignIn("kakao", "/");
        for (var i = 0; i < 2; i++) {
            clock.forward(Duration.ofSeconds(1));
            browser.startsSignIn("kakao", "/");
        }

        assertThat(browser.pending()).hasSize(3);
        isExpired(browser.comesBack(PROVIDERS.consent(first, kakaoPerson("3011"))));
        assertThat(Browser.location(browser.comesBack(PROVIDERS.consent(second, kakaoPerson("3011")))))
                .hasPath("/welcome");
    }

    @Test
    void aCookieThatASiblingDomainMayHavePlantedCountsForNothing() {
        var browser = browser();
        var callback = PROVIDERS.consent(browser.startsSignIn("kakao", "/"), kakaoPerson("3012"));
        var name = browser.pending().iterator().next();
        var sealed = browser.cookies().remove(name);
        browser.cookies().put(name.replace("__Host-", "__Secure-"), sealed);
        browser.cookies().put(name.replace("__Host-", ""), sealed);

        isExpired(browser.comesBack(callback));
    }

    private static void isExpired(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer).getQuery()).startsWith("problem=sign-in-expired&provider=kakao");
        assertThat(Browser.setCookies(answer)).noneMatch(it -> it.contains("sb_access"));
    }
}
