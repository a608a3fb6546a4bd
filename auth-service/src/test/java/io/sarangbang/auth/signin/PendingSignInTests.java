package io.sarangbang.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.FakeProviders;
import io.sarangbang.auth.RunningService;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The callback is worth something only with the cookie of the browser that began, once, in time, unaltered. */
class PendingSignInTests extends RunningService {

    private static final String COOKIE = "__Secure-sb_sign_in";

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
        browser.comesBack(callback);

        assertThat(browser.accessToken()).isPresent();
    }

    @Test
    void everyBitOfTheCookieCounts() {
        var browser = browser();
        var callback = PROVIDERS.consent(browser.startsSignIn("kakao", "/"), kakaoPerson("3006"));
        var sealed = Base64.getUrlDecoder().decode(browser.cookies().get(COOKIE));
        for (var position : new int[] {0, 12, sealed.length / 2, sealed.length - 1}) {
            var altered = sealed.clone();
            altered[position] ^= 1;
            var forger = browser.copy();
            forger.cookies().put(COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(altered));

            isExpired(forger.comesBack(callback));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "AAAA", "%%%", "eyJhbGciOiJub25lIn0.e30.", "____________________________________________"})
    void whatWasNeverSealedHereOpensNothing(String forged) {
        var browser = browser();
        var callback = PROVIDERS.consent(browser.startsSignIn("kakao", "/"), kakaoPerson("3007"));
        browser.cookies().put(COOKIE, forged);

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
        assertThat(browser.cookies()).doesNotContainKey(COOKIE);
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

    private static void isExpired(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer).getQuery()).startsWith("problem=sign-in-expired&provider=kakao");
        assertThat(Browser.setCookies(answer)).noneMatch(it -> it.contains("sb_access"));
    }
}
