package io.sarangbang.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.FakeProviders;
import io.sarangbang.auth.RunningService;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SignInTests extends RunningService {

    @Test
    void theProvidersAreOfferedInOrderAndStandInsSaySo() {
        var answer = browser().opens("/api/auth/providers");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("""
                {"providers":[{"id":"kakao","signInUrl":"/api/auth/sign-in/kakao","standIn":true},\
                {"id":"naver","signInUrl":"/api/auth/sign-in/naver","standIn":true}]}""");
    }

    @Test
    void kakaoIsAskedForACodeWithAChallenge() {
        var authorize = browser().startsSignIn("kakao", "/");

        var asked = FakeProviders.parameters(authorize.getRawQuery());
        assertThat(authorize.toString()).startsWith(PROVIDERS.at("/kakao/oauth/authorize?"));
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "kakao-client")
                .containsEntry("redirect_uri", "https://rooms.test/api/auth/callback/kakao")
                .containsEntry("code_challenge_method", "S256")
                .containsOnlyKeys(
                        "response_type",
                        "client_id",
                        "redirect_uri",
                        "state",
                        "code_challenge",
                        "code_challenge_method");
        assertThat(Base64.getUrlDecoder().decode(asked.get("state"))).hasSizeGreaterThanOrEqualTo(16);
    }

    @Test
    void naverIsAskedWithoutAChallengeBecauseItKnowsNone() {
        var asked =
                FakeProviders.parameters(browser().startsSignIn("naver", "/").getRawQuery());

        assertThat(asked).containsOnlyKeys("response_type", "client_id", "redirect_uri", "state");
    }

    @Test
    void askingAgainHasTheProviderAskForConsentOnceMore() {
        var kakao = Browser.location(browser().opens("/api/auth/sign-in/kakao?again=true"));
        var naver = Browser.location(browser().opens("/api/auth/sign-in/naver?again=true&returnTo=/"));
        var usual = Browser.location(browser().opens("/api/auth/sign-in/naver?again=yes"));

        assertThat(FakeProviders.parameters(kakao.getRawQuery()))
                .containsEntry("scope", "profile_nickname,profile_image");
        assertThat(FakeProviders.parameters(naver.getRawQuery())).containsEntry("auth_type", "reprompt");
        assertThat(FakeProviders.parameters(usual.getRawQuery())).doesNotContainKey("auth_type");
    }

    @Test
    void theRedirectAddressComesFromTheSettingsWhateverTheRequestClaims() {
        var answer = browser()
                .opens("/api/auth/sign-in/kakao", "X-Forwarded-Host", "evil.test", "Forwarded", "host=evil.test");

        assertThat(FakeProviders.parameters(Browser.location(answer).getRawQuery()))
                .containsEntry("redirect_uri", "https://rooms.test/api/auth/callback/kakao");
    }

    @Test
    void thePendingSignInIsSealedInAShortLivedCookie() {
        var browser = browser();
        var answer = browser.opens("/api/auth/sign-in/kakao?returnTo=/r/kfm-wqtz-hbp");

        assertThat(Browser.setCookies(answer))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .startsWith("__Host-sb_sign_in_")
                        .contains("Path=/;", "Max-Age=600;", "Secure", "HttpOnly", "SameSite=Lax"));
        var sealed = Base64.getUrlDecoder()
                .decode(browser.cookies().get(browser.pending().iterator().next()));
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("kfm", "kakao");
    }

    @Test
    void whoIsKnownComesBackSignedInWhereTheyWereGoing() {
        signedIn(kakaoPerson("1001"));
        var browser = browser();
        var answer = signsIn(browser, "kakao", kakaoPerson("1001"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).hasToString("/r/kfm-wqtz-hbp");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(Browser.setCookies(answer))
                .anySatisfy(it -> assertThat(it)
                        .startsWith("__Host-sb_access=")
                        .contains("Path=/;", "Max-Age=300;", "Secure", "HttpOnly", "SameSite=Strict"))
                .anySatisfy(it -> assertThat(it)
                        .startsWith("__Secure-sb_refresh=")
                        .contains("Path=/api/auth;", "Max-Age=1209600;", "Secure", "HttpOnly", "SameSite=Strict"))
                .noneSatisfy(it -> assertThat(it).startsWith("JSESSIONID"));
        assertThat(browser.pending()).isEmpty();
        assertThat(caller(browser).nickname()).isEqualTo("민지");
        assertThat(caller(browser).picture()).isEqualTo("https://k.kakaocdn.net/p.jpg");
    }

    @Test
    void naverPeopleSignInTooThoughItsAnswersAreOdd() {
        var browser = browser();
        signsIn(browser, "naver", naverPerson("aB-3_x"));

        assertThat(caller(browser).nickname()).isEqualTo("민지");
        assertThat(PROVIDERS.lastTokenForm())
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("client_id", "naver-client")
                .containsEntry("client_secret", FakeProviders.SECRET)
                .containsKeys("code", "state")
                .doesNotContainKey("code_verifier");
    }

    @Test
    void whoComesAgainHasTheSameAccountAndWhatTheProviderTellsNow() {
        var first = signedIn(kakaoPerson("1002"));
        var again = signedIn(kakaoPerson("1002").replace("민지", "지민"));

        assertThat(caller(again).accountId()).isEqualTo(caller(first).accountId());
        assertThat(caller(again).sessionId()).isNotEqualTo(caller(first).sessionId());
        assertThat(caller(again).nickname()).isEqualTo("지민");
    }

    @Test
    void theSameAddressAtTwoProvidersIsNoProofOfBeingTheSamePerson() {
        var kakao = signedIn(kakaoPerson("1003"));
        var naver = browser();
        signsIn(naver, "naver", naverPerson("n1003"));

        assertThat(caller(naver).accountId()).isNotEqualTo(caller(kakao).accountId());
    }

    @Test
    void kakaoIdsBeyondWhatADoubleHoldsStayApart() {
        var one = signedIn(kakaoPerson("9007199254740993"));
        var other = signedIn(kakaoPerson("9007199254740992"));
        var beyondLong = signedIn(kakaoPerson("92233720368547758079"));

        assertThat(caller(one).accountId()).isNotEqualTo(caller(other).accountId());
        assertThat(caller(beyondLong).accountId()).isNotEqualTo(caller(one).accountId());
    }

    @Test
    void naverIdsTellUpperFromLowerCase() {
        var lower = browser();
        signsIn(lower, "naver", naverPerson("case-abc"));
        var upper = browser();
        signsIn(upper, "naver", naverPerson("case-ABC"));

        assertThat(caller(upper).accountId()).isNotEqualTo(caller(lower).accountId());
    }

    @Test
    void nothingButTheIdNeedsToBeTold() {
        var kakao = signedIn("{\"id\":1004}");
        var naver = browser();
        signsIn(naver, "naver", "{\"resultcode\":\"00\",\"message\":\"success\",\"response\":{\"id\":\"n1004\"}}");

        assertThat(caller(kakao).nickname()).isNull();
        assertThat(caller(kakao).picture()).isNull();
        assertThat(caller(naver).nickname()).isNull();
    }

    @Test
    void anUnverifiedAddressAndADefaultPictureChangeNothing() {
        var person = kakaoPerson("1005")
                .replace("\"is_email_verified\":true", "\"is_email_verified\":false")
                .replace("\"is_default_image\":false", "\"is_default_image\":true");

        assertThat(caller(signedIn(person)).picture()).isNull();
    }

    @Test
    void signingInAgainEndsTheSessionThatTheBrowserHadBefore() {
        var browser = signedIn(kakaoPerson("1006"));
        var before = browser.copy();
        signsIn(browser, "naver", naverPerson("n1006"));

        isProblem(before.posts("/api/auth/refresh"), 401, "session-ended");
        assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
    }

    /** */
    @Test
    void theLogHoldsNoTokenCodeSecretOrAddress(CapturedOutput log) {
        var browser = browser();
        var authorize = browser.startsSignIn("kakao", "/");
        var callback = PROVIDERS.consent(authorize, kakaoPerson("1007"));
        browser.comesBack(callback);
        var proof = browser.cookies().get("__Host-sb_proof");
        browser.posts("/api/auth/accounts");
        browser.posts("/api/auth/refresh");
        browser.copy().comesBack(PROVIDERS.refusal(browser.startsSignIn("kakao", "/"), "server_error"));
        PROVIDERS.answer("/kakao/oauth/token", 200, "{\"access_token\": tok-secret");
        signsIn(browser, "kakao", kakaoPerson("1007"));

        assertThat(log.getAll())
                .contains("provider-unavailable with kakao")
                .doesNotContain(
                        FakeProviders.SECRET,
                        FakeProviders.parameters(callback.getRawQuery()).get("code"),
                        browser.cookies().get("__Secure-sb_refresh"),
                        browser.accessToken().orElseThrow(),
                        proof,
                        "code-123",
                        "tok-secret",
                        "minji@example.com",
                        "민지");
    }
}
