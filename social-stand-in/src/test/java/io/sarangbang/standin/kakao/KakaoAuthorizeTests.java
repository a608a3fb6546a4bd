package io.sarangbang.standin.kakao;

import static io.sarangbang.standin.kakao.KakaoTestClient.authorization;
import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.standin.StandInTest;
import io.sarangbang.standin.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@StandInTest
class KakaoAuthorizeTests {

    private static final String SCRIPT = "\"><script>alert(1)</script>";

    private final Wire wire;
    private final KakaoTestClient client;
    private final MockMvcTester mvc;

    @Autowired
    KakaoAuthorizeTests(Wire wire, MockMvcTester mvc) {
        this.wire = wire;
        this.client = new KakaoTestClient(wire);
        this.mvc = mvc;
    }

    @AfterEach
    void resetKnobs() {
        wire.resetKnobs();
    }

    @Test
    void thePageIsKoreanAndSaysThatItIsNotKakao() {
        var page = client.opens(authorization());

        assertThat(page).hasStatusOk().hasContentTypeCompatibleWith("text/html;charset=UTF-8");
        assertThat(Wire.text(page))
                .contains("<html lang=\"ko\">", "연습용 로그인 – 실제 카카오가 아닙니다", ">서연</button>", ">취소</button>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en-US,en;q=0.9,ko;q=0.8 | en", "fr,en;q=0.5 | en", "ko-KR,en;q=0.5 | ko", "fr | ko", "xx;;; | ko"
            })
    void thePageFollowsTheBrowsersLanguage(String accepted, String language) {
        assertThat(Wire.text(client.opens(authorization(), "Accept-Language", accepted)))
                .contains("<html lang=\"" + language + "\">");
    }

    @Test
    void thePageWorksUnderAnyPathPrefixAndLoadsNothing() {
        var page = client.opens(authorization());

        assertThat(Wire.text(page)).doesNotContain("action=", "href=", "src=");
        assertThat(page.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "form-action");
        assertThat(page.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoeverIsChosenIsAskedForConsent() {
        var page = client.submits(authorization("scope", "profile_nickname,account_email"), "name", "서연");

        assertThat(page).hasStatusOk();
        assertThat(Wire.text(page))
                .contains("서연 님으로 로그인합니다", "동의하고 계속하기", "닉네임 (필수)", "카카오계정 이메일 (선택)")
                .doesNotContain("프로필 사진");
    }

    @Test
    void consentLeadsBackWithCodeAndState() {
        var back = client.submits(authorization("state", "a b&c=\"<"), "name", "서연", "decision", "consent");

        assertThat(back.getResponse().getHeader("Location")).startsWith(KakaoTestClient.BACK + "?code=");
        assertThat(Wire.redirected(back)).containsEntry("state", "a b&c=\"<").containsOnlyKeys("code", "state");
    }

    @Test
    void aRegisteredAddressKeepsItsOwnQuery() {
        var back = client.submits(
                authorization("redirect_uri", "https://app.example.com/other?a=1"),
                "name",
                "서연",
                "decision",
                "consent");

        assertThat(Wire.redirected(back)).containsKeys("a", "code", "state");
    }

    @Test
    void refusalLeadsBackWithAccessDenied() {
        assertThat(Wire.redirected(client.submits(authorization(), "decision", "cancel")))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "st4te")
                .doesNotContainKey("code");
    }

    @Test
    void theSameNameIsTheSamePersonAndAnotherNameIsNot() {
        var first = wire.body(client.readsMe(client.tokensOf("달님"))).get("id").asLong();
        var again = wire.body(client.readsMe(client.tokensOf(" 달님 "))).get("id").asLong();
        var decomposed = java.text.Normalizer.normalize("달님", java.text.Normalizer.Form.NFD);
        var typedOnMac =
                wire.body(client.readsMe(client.tokensOf(decomposed))).get("id").asLong();
        var other = wire.body(client.readsMe(client.tokensOf("별님"))).get("id").asLong();

        assertThat(again).isEqualTo(first).isEqualTo(typedOnMac).isNotEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "한\u0000글", "이름이 마흔 글자를 넘으면 안 되기 때문에 이만큼이나 길게 적어 보았습니다 정말로 깁니다"})
    void aNameThatIsNoNameIsAskedForAgain(String name) {
        var page = client.submits(authorization(), "name", name, "decision", "consent");

        assertThat(page).hasStatus(400);
        assertThat(Wire.text(page)).contains("role=\"alert\"");
    }

    @Test
    void anEmailThatIsNoneIsAskedForAgainAndEscaped() {
        var page = client.submits(authorization(), "name", "달님", "email", SCRIPT);

        assertThat(page).hasStatus(400);
        assertThat(Wire.text(page)).contains("value=\"달님\"", "&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void aNameIsNeverMarkup() {
        var page = client.submits(authorization(), "name", SCRIPT);

        assertThat(page).hasStatusOk().hasContentTypeCompatibleWith("text/html");
        assertThat(Wire.text(page)).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @ParameterizedTest
    @CsvSource({"client_id, KOE101", "redirect_uri, KOE006", "response_type, KOE201", "state, KOE001", "scope, KOE205"})
    void whatIsMissingOrStrangeIsRefusedOnAPageAndEscaped(String parameter, String code) {
        for (var value : parameter.equals("state") ? new String[] {"-"} : new String[] {SCRIPT}) {
            var page = client.opens(authorization(parameter, value));

            assertThat(page).hasStatus(400).hasContentTypeCompatibleWith("text/html");
            assertThat(page.getResponse().getHeader("Location")).isNull();
            assertThat(Wire.text(page)).contains(code).doesNotContain("<script>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/back/kakao/",
                "https://app.example.com/back/kakao?x=1",
                "http://app.example.com/back/kakao",
                "https://app.example.com/back/KAKAO",
                "https://evil.example/back/kakao",
                "https://app.example.com.evil.example/back/kakao"
            })
    void aRedirectUriMatchesExactlyOrNotAtAll(String redirectUri) {
        assertThat(client.opens(authorization("redirect_uri", redirectUri))).hasStatus(400);
        assertThat(client.submits(authorization("redirect_uri", redirectUri), "name", "서연", "decision", "consent"))
                .hasStatus(400);
    }

    @Test
    void aParameterThatComesTwiceIsRefused() {
        assertThat(mvc.get()
                        .uri(
                                "/kakao/oauth/authorize?client_id=kakao-key&response_type=code&state=a&state=b&redirect_uri="
                                        + KakaoTestClient.BACK))
                .hasStatus(400)
                .bodyText()
                .contains("KOE001");
    }

    @ParameterizedTest
    @CsvSource({"code_challenge_method, plain", "code_challenge_method, -", "code_challenge, short", "code_challenge, -"
    })
    void onlyS256IsTakenForPkce(String parameter, String value) {
        var authorization = authorization("code_challenge", KakaoTestClient.CHALLENGE, "code_challenge_method", "S256");

        assertThat(client.opens(authorization)).hasStatusOk();
        assertThat(Wire.redirected(client.opens(KakaoTestClient.with(authorization, parameter, value))))
                .containsEntry("error", "invalid_request");
    }

    @Test
    void promptNoneFindsNobodySignedIn() {
        assertThat(Wire.redirected(client.opens(authorization("prompt", "none"))))
                .containsEntry("error", "login_required");
    }

    @Test
    void openidIsRefusedWhileOpenIdConnectIsOff() {
        wire.turn("kakao", "{\"on\":[\"openid-off\"]}");

        assertThat(client.opens(authorization("scope", "openid,profile_nickname")))
                .hasStatus(400)
                .bodyText()
                .contains("KOE205");
        assertThat(client.opens(authorization("scope", "profile_nickname"))).hasStatusOk();
    }

    @Test
    void aProviderOrAPersonCanBeMadeToRefuse() {
        wire.turn("kakao/people/서연", "{\"on\":[\"consent-denied\"]}");
        assertThat(Wire.redirected(client.submits(authorization(), "name", "서연", "decision", "consent")))
                .containsEntry("error", "access_denied");
        assertThat(Wire.redirected(client.submits(authorization(), "name", "민준", "decision", "consent")))
                .containsKey("code");

        wire.turn("kakao", "{\"on\":[\"consent-denied\"]}");
        assertThat(Wire.redirected(client.opens(authorization()))).containsEntry("error", "access_denied");
    }
}
