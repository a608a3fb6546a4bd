package io.sarangbang.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.FakeProviders;
import io.sarangbang.auth.RunningService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SignInFaultTests extends RunningService {

    private static final String KAKAO_TOKEN = "/kakao/oauth/token";
    private static final String NAVER_TOKEN = "/naver/oauth2.0/token";
    private static final String KAKAO_ME = "/kakao/v2/user/me";
    private static final String NAVER_ME = "/naver/v1/nid/me";

    @ParameterizedTest
    @CsvSource({
        "access_denied,sign-in-denied",
        "server_error,provider-unavailable",
        "temporarily_unavailable,provider-unavailable",
        "invalid_scope,sign-in-misconfigured",
        "unauthorized_client,sign-in-misconfigured",
        "unheard_of,sign-in-failed"
    })
    void aRefusalAtTheProviderIsToldByItsReason(String error, String problem) {
        for (var provider : new String[] {"kakao", "naver"}) {
            var browser = browser();
            var authorize = browser.startsSignIn(provider, "/r/kfm-wqtz-hbp?x=1&y=2");
            var answer = browser.comesBack(PROVIDERS.refusal(authorize, error));

            endsOnTheSignInPage(answer, problem, provider);
            assertThat(Browser.location(answer).toString()).endsWith("&returnTo=%2Fr%2Fkfm-wqtz-hbp%3Fx%3D1%26y%3D2");
            assertThat(browser.cookies()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"error\":\"invalid_client\",\"error_code\":\"KOE010\"}                     | sign-in-misconfigured",
                "400 | {\"error\":\"invalid_client\",\"error_code\":\"KOE101\"}                     | sign-in-misconfigured",
                "400 | {\"error\":\"invalid_grant\",\"error_code\":\"KOE303\"}                      | sign-in-misconfigured",
                "400 | {\"error\":\"invalid_scope\",\"error_code\":\"KOE205\"}                      | sign-in-misconfigured",
                "400 | {\"error\":\"invalid_grant\",\"error_code\":\"KOE320\"}                      | sign-in-expired",
                "400 | {\"error\":\"KOE003\",\"error_code\":\"KOE003\"}                             | provider-unavailable",
                "429 | {\"error\":\"slow_down\"}                                                    | provider-unavailable",
                "500 | {\"error\":\"server_error\"}                                                 | provider-unavailable",
                "502 | <html>bad gateway</html>                                                     | provider-unavailable",
                "302 | moved                                                                        | provider-unavailable",
                "200 | <html>maintenance</html>                                                     | provider-unavailable",
                "200 | {\"access_token\":                                                           | provider-unavailable",
                "200 | [1,2]                                                                        | provider-unavailable",
                "200 | {}                                                                           | provider-unavailable",
                "200 | {\"access_token\":17}                                                        | provider-unavailable",
                "200 | {\"access_token\":\"a\\u000d\\u000aX: y\"}                                   | provider-unavailable",
                "400 | {\"error\":\"odd\"}                                                          | sign-in-failed",
            })
    void kakaosTokenAnswers(int status, String body, String problem) {
        PROVIDERS.answer(KAKAO_TOKEN, status, body);

        endsOnTheSignInPage(signsIn(browser(), "kakao", kakaoPerson("2001")), problem, "kakao");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"error\":\"invalid_request\",\"error_description\":\"no valid data in session\"} | sign-in-expired",
                "200 | {\"error\":\"unauthorized_client\",\"error_description\":\"wrong secret\"}  | sign-in-misconfigured",
                "401 | {\"error\":\"invalid_client\"}                                               | sign-in-misconfigured",
                "200 | {\"error\":\"server_error\"}                                                 | provider-unavailable",
                "200 | {\"error\":{}}                                                               | sign-in-failed",
            })
    void naversTokenAnswersAreJudgedByTheirBody(int status, String body, String problem) {
        PROVIDERS.answer(NAVER_TOKEN, status, body);

        endsOnTheSignInPage(signsIn(browser(), "naver", naverPerson("n2001")), problem, "naver");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"msg\":\"this access token does not exist\",\"code\":-401}                 | sign-in-failed",
                "400 | {\"msg\":\"not linked\",\"code\":-101}                                       | sign-in-expired",
                "403 | {\"msg\":\"insufficient scopes\",\"code\":-402,\"required_scopes\":[]}       | sign-in-misconfigured",
                "500 | {\"msg\":\"oops\",\"code\":-1}                                               | provider-unavailable",
                "400 | {\"msg\":\"oops\",\"code\":-1}                                               | provider-unavailable",
                "200 | {\"connected_at\":\"2026-11-20T00:00:00Z\"}                                  | provider-unavailable",
                "200 | {\"id\":\"1\"}                                                               | provider-unavailable",
                "200 | {\"id\":1.5}                                                                 | provider-unavailable",
                "200 | {\"id\":-1}                                                                  | provider-unavailable",
                "200 | {\"id\":null}                                                                | provider-unavailable",
                "200 | nothing                                                                      | provider-unavailable",
            })
    void kakaosProfileAnswers(int status, String body, String problem) {
        PROVIDERS.answer(KAKAO_ME, status, body);

        endsOnTheSignInPage(signsIn(browser(), "kakao", kakaoPerson("2002")), problem, "kakao");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"resultcode\":\"024\",\"message\":\"Authentication failed\"}               | sign-in-failed",
                "200 | {\"resultcode\":\"024\",\"message\":\"Authentication failed\"}               | sign-in-failed",
                "403 | {\"resultcode\":\"403\",\"message\":\"forbidden\"}                           | sign-in-misconfigured",
                "200 | {\"resultcode\":\"500\",\"message\":\"oops\"}                                | provider-unavailable",
                "200 | {\"resultcode\":\"00\",\"message\":\"success\"}                              | provider-unavailable",
                "200 | {\"resultcode\":\"00\",\"response\":{\"id\":\"\"}}                           | provider-unavailable",
                "200 | {\"resultcode\":\"00\",\"response\":{\"id\":17}}                             | provider-unavailable",
                "200 | {\"resultcode\":\"00\",\"response\":[\"id\"]}                                | provider-unavailable",
            })
    void naversProfileAnswers(int status, String body, String problem) {
        PROVIDERS.answer(NAVER_ME, status, body);

        endsOnTheSignInPage(signsIn(browser(), "naver", naverPerson("n2002")), problem, "naver");
    }

    @Test
    void aProviderThatDoesNotAnswerCostsNoMoreThanItsTimeAndNoError() {
        for (var path : new String[] {KAKAO_TOKEN, KAKAO_ME}) {
            PROVIDERS.behave();
            PROVIDERS.answer(path, 0, "");
            var began = Instant.now();

            endsOnTheSignInPage(signsIn(browser(), "kakao", kakaoPerson("2003")), "provider-unavailable", "kakao");
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofMillis(1900));
        }
    }

    @Test
    void anAnswerThatBreaksOffOrNeverEndsIsNoAnswer() {
        PROVIDERS.answer(KAKAO_TOKEN, -1, "{\"access_token\":\"half");
        endsOnTheSignInPage(signsIn(browser(), "kakao", kakaoPerson("2004")), "provider-unavailable", "kakao");

        PROVIDERS.answer(KAKAO_TOKEN, 200, "{\"access_token\":\"" + "x".repeat(100_000) + "\"}");
        endsOnTheSignInPage(signsIn(browser(), "kakao", kakaoPerson("2004")), "provider-unavailable", "kakao");
    }

    @Test
    void aCodeThatWasUsedBeforeIsRefused() {
        var browser = browser();
        var authorize = browser.startsSignIn("kakao", "/");
        var callback = PROVIDERS.consent(authorize, kakaoPerson("2005"));
        var twin = browser.copy();
        browser.comesBack(callback);

        endsOnTheSignInPage(twin.comesBack(callback), "sign-in-expired", "kakao");
    }

    @Test
    void aFailureKeepsTheSessionThatTheBrowserHas() {
        var browser = signedIn(kakaoPerson("2006"));
        browser.comesBack(PROVIDERS.refusal(browser.startsSignIn("naver", "/"), "access_denied"));

        assertThat(browser.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | KOE001 | sign-in-misconfigured | the request is wrong",
                "400 | KOE003 | provider-unavailable  | trouble at Kakao",
                "400 | KOE004 | sign-in-misconfigured | 사용 설정",
                "400 | KOE005 | sign-in-misconfigured | 앱 > 멤버",
                "400 | KOE006 | sign-in-misconfigured | 리다이렉트 URI",
                "400 | KOE009 | sign-in-misconfigured | 플랫폼 키",
                "401 | KOE010 | sign-in-misconfigured | KAKAO_CLIENT_SECRET",
                "400 | KOE101 | sign-in-misconfigured | KAKAO_CLIENT_ID",
                "400 | KOE201 | sign-in-misconfigured | response type",
                "400 | KOE205 | sign-in-misconfigured | 동의항목",
                "400 | KOE237 | provider-unavailable  | 쿼터",
                "400 | KOE303 | sign-in-misconfigured | redirect URI",
                "400 | KOE310 | sign-in-misconfigured | grant type",
                "400 | KOE320 | sign-in-expired       | used up",
                "400 | KOE999 | sign-in-failed        | KOE999",
            })
    void kakaosCodesTellTheOperatorWhereToLook(
            int status, String code, String problem, String hint, CapturedOutput log) {
        var body = "{\"error\":\"odd\",\"error_description\":\"about code-123\",\"error_code\":\"%s\"}".formatted(code);
        PROVIDERS.answer(KAKAO_TOKEN, status, body);

        endsOnTheSignInPage(signsIn(browser(), "kakao", kakaoPerson("2010")), problem, "kakao");
        assertThat(log.getAll()).contains(code, hint).doesNotContain("code-123");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | -2   | sign-in-misconfigured",
                "403 | -3   | sign-in-misconfigured",
                "403 | -4   | sign-in-failed",
                "403 | -5   | sign-in-misconfigured",
                "400 | -7   | provider-unavailable",
                "400 | -9   | sign-in-misconfigured",
                "400 | -10  | provider-unavailable",
                "400 | -103 | sign-in-failed",
                "200 | -401 | sign-in-failed",
                "401 | -406 | sign-in-failed",
                "400 | -603 | provider-unavailable",
                "400 | -903 | sign-in-misconfigured",
                "400 | -9798| provider-unavailable",
            })
    void kakaosOtherCodesAtTheProfile(int status, int code, String problem) {
        PROVIDERS.answer(KAKAO_ME, status, "{\"msg\":\"oops\",\"code\":%d}".formatted(code));

        endsOnTheSignInPage(signsIn(browser(), "kakao", kakaoPerson("2011")), problem, "kakao");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | 028 | sign-in-failed        | a proxy drop it",
                "401 | 024 | sign-in-failed        | not known",
                "403 | 403 | sign-in-misconfigured | 멤버관리",
                "404 | 404 | sign-in-misconfigured | NAVER_USER_INFO_URI",
                "200 | 500 | provider-unavailable  | inside Naver",
            })
    void naversCodesTellTheOperatorWhereToLook(
            int status, String code, String problem, String hint, CapturedOutput log) {
        PROVIDERS.answer(NAVER_ME, status, "{\"resultcode\":\"%s\",\"message\":\"oops\"}".formatted(code));

        endsOnTheSignInPage(signsIn(browser(), "naver", naverPerson("n2012")), problem, "naver");
        assertThat(log).contains(hint);
    }

    @Test
    void aWrongNaverSecretIsNoUsedCode() {
        PROVIDERS.answer(
                NAVER_TOKEN,
                200,
                "{\"error\":\"invalid_request\",\"error_description\":\"wrong client id / client secret pair.\"}");

        endsOnTheSignInPage(signsIn(browser(), "naver", naverPerson("n2013")), "sign-in-misconfigured", "naver");
    }

    @Test
    void whoIsNoMemberOfTheTestAppIsTheOperatorsToAdd(CapturedOutput log) {
        var browser = browser();
        var refusal = PROVIDERS
                .refusal(browser.startsSignIn("kakao", "/"), "misconfigured")
                .toString();
        var koe005 = java.net.URI.create(refusal.replace("no+code-123", "not+a+member+%28KOE005%29"));

        endsOnTheSignInPage(browser.comesBack(koe005), "sign-in-misconfigured", "kakao");
        var naver = browser();
        var notRegistered = PROVIDERS.refusal(naver.startsSignIn("naver", "/"), "unauthorized_client");
        endsOnTheSignInPage(naver.comesBack(notRegistered), "sign-in-misconfigured", "naver");
        assertThat(log).contains("KOE005", "앱 > 멤버", "멤버관리");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/callback/kakao", "/api/auth/callback/naver?", "/api/auth/callback/kakao?x=1"})
    void aCallbackWithoutAnythingIsAnOldOne(String address) {
        var answer = browser().opens(address);

        assertThat(Browser.location(answer).toString()).contains("problem=sign-in-expired");
    }

    private static void endsOnTheSignInPage(HttpResponse<String> answer, String problem, String provider) {
        assertThat(answer.statusCode()).isEqualTo(302);
        var location = Browser.location(answer);
        assertThat(location.getPath()).isEqualTo("/sign-in");
        assertThat(location.getHost()).isNull();
        assertThat(FakeProviders.parameters(location.getRawQuery()))
                .containsEntry("problem", problem)
                .containsEntry("provider", provider)
                .containsKey("returnTo");
        assertThat(Browser.setCookies(answer)).noneMatch(it -> it.contains("sb_access"));
        assertThat(Browser.setCookies(answer))
                .anyMatch(it -> it.startsWith("__Host-sb_sign_in_") && it.contains("=;") && it.contains("Max-Age=0"));
    }
}
