package io.sarangbang.standin.kakao;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.standin.MovableClock;
import io.sarangbang.standin.StandInTest;
import io.sarangbang.standin.Wire;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@StandInTest
class KakaoUserTests {

    private final Wire wire;
    private final KakaoTestClient client;
    private final MovableClock clock;

    @Autowired
    KakaoUserTests(Wire wire, MovableClock clock) {
        this.wire = wire;
        this.client = new KakaoTestClient(wire);
        this.clock = clock;
    }

    @AfterEach
    void resetKnobs() {
        wire.resetKnobs();
    }

    @Test
    void anAccountIsDescribedInKakaosShape() {
        var me = meOf("서연");

        assertThat(me.get("id").isIntegralNumber()).isTrue();
        assertThat(me.at("/properties/nickname").asString()).isEqualTo("서연");
        assertThat(me.at("/kakao_account/profile/nickname").asString()).isEqualTo("서연");
        assertThat(me.at("/kakao_account/is_email_valid").asBoolean()).isTrue();
        assertThat(me.at("/kakao_account/is_email_verified").asBoolean()).isTrue();
        assertThat(me.at("/kakao_account/email").asString()).isEqualTo("seoyeon@example.com");
        assertThat(java.time.Instant.parse(me.get("connected_at").asString())).isBefore(clock.instant());
    }

    @Test
    void whatWasNotConsentedToIsNotThere() {
        var untickedAll = Wire.redirected(
                client.submits(KakaoTestClient.authorization(), "name", "서연", "decision", "consent", "share", "none"));
        var me = wire.body(client.readsMe(wire.body(client.redeems(untickedAll.get("code")))));

        assertThat(me.at("/kakao_account/email").isMissingNode()).isTrue();
        assertThat(me.at("/kakao_account/email_needs_agreement").asBoolean()).isTrue();
        assertThat(me.at("/kakao_account/profile/profile_image_url").isMissingNode())
                .isTrue();
        assertThat(me.at("/kakao_account/profile/nickname").asString()).isEqualTo("서연");
    }

    @Test
    void anAccountWithoutEmailHasNone() {
        assertThat(meOf("지우").at("/kakao_account/has_email").asBoolean()).isFalse();
        assertThat(meOf("지우").at("/kakao_account/email").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"email-missing, has_email", "email-unverified, is_email_verified", "email-invalid, is_email_valid"})
    void anEmailCanBeMadeUntrustworthy(String knob, String member) {
        wire.turn("kakao/people/서연", "{\"on\":[\"" + knob + "\"]}");

        assertThat(meOf("서연").at("/kakao_account/" + member).asBoolean(true)).isFalse();
    }

    @Test
    void aMemberNumberCanBeBeyondWhatADoubleHolds() {
        var number = meOf("하준").get("id").asLong();

        assertThat(number).isGreaterThan(1L << 53);
        assertThat((long) (double) number).isNotEqualTo(number);
        wire.turn("kakao/people/서연", "{\"on\":[\"number-beyond-doubles\"]}");
        assertThat(meOf("서연").get("id").asLong()).isGreaterThan(1L << 53);
    }

    @Test
    void knobsCanBeTurnedForOneSignInAlone() {
        var once = Wire.redirected(client.submits(
                KakaoTestClient.authorization(),
                "name",
                "서연",
                "decision",
                "consent",
                "share",
                "account_email",
                "knob",
                "email-unverified"));
        var me = wire.body(client.readsMe(wire.body(client.redeems(once.get("code")))));

        assertThat(me.at("/kakao_account/is_email_verified").asBoolean()).isFalse();
        assertThat(meOf("서연").at("/kakao_account/is_email_verified").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/kakao/v2/user/me", "/kakao/v1/oidc/userinfo", "/kakao/v1/user/access_token_info"})
    void aTokenThatIsNoneIsRefusedInKapisShape(String path) {
        refuses(wire.withToken(HttpMethod.GET, path, "never-issued"), 401, -401);
        refuses(wire.get(path, Map.of()), 401, -401);
    }

    @Test
    void anAccessTokenExpires() {
        var tokens = client.tokensOf("서연");
        clock.pass(Duration.ofHours(6));

        refuses(client.readsMe(tokens), 401, -401);
    }

    @Test
    void userInformationCanBeMadeToFailWithOrWithoutAStatus() {
        var tokens = client.tokensOf("서연");

        wire.turn("kakao", "{\"on\":[\"user-info-refused\"]}");
        refuses(client.readsMe(tokens), 401, -401);
        wire.turn("kakao", "{\"on\":[\"user-info-refused-as-200\"]}");
        refuses(client.readsMe(tokens), 200, -401);
    }

    @Test
    void openIdUserInfoNeedsOpenid() {
        var with = client.tokensOf("서연", "scope", "openid,profile_nickname");
        var without = client.tokensOf("서연", "scope", "profile_nickname");

        assertThat(wire.body(userInfo(with)).get("sub").asString())
                .isEqualTo(
                        Long.toString(wire.body(client.readsMe(with)).get("id").asLong()));
        refuses(userInfo(without), 403, -402);
        assertThat(wire.body(userInfo(without)).at("/required_scopes/0").asString())
                .isEqualTo("openid");
    }

    @Test
    void aTokenTellsWhichAppItIsFor() {
        var tokens = client.tokensOf("서연");
        var facts = wire.body(wire.withToken(
                HttpMethod.GET,
                "/kakao/v1/user/access_token_info",
                tokens.get("access_token").asString()));

        assertThat(facts.get("app_id").isIntegralNumber()).isTrue();
        assertThat(facts.get("expires_in").asInt()).isBetween(21_000, 21_599);
    }

    @Test
    void logoutEndsThisSignInAlone() {
        var here = client.tokensOf("민준");
        var there = client.tokensOf("민준");

        assertThat(post("/kakao/v1/user/logout", here)).hasStatusOk();
        refuses(client.readsMe(here), 401, -401);
        assertThat(client.readsMe(there)).hasStatusOk();
    }

    @Test
    void unlinkEndsAllOfThePersonAndNobodyElse() {
        var here = client.tokensOf("민준");
        var there = client.tokensOf("민준");
        var other = client.tokensOf("서연");

        assertThat(wire.body(post("/kakao/v1/user/unlink", here)).has("id")).isTrue();
        refuses(client.readsMe(there), 401, -401);
        assertThat(client.refreshes(there.get("refresh_token").asString())).hasStatus(400);
        assertThat(client.readsMe(other)).hasStatusOk();
    }

    @Test
    void theAdminKeyUnlinksByNumber() {
        var tokens = client.tokensOf("달님");
        var number = Long.toString(wire.body(client.readsMe(tokens)).get("id").asLong());
        var target = Map.of("target_id_type", "user_id", "target_id", number);

        refuses(wire.post("/kakao/v1/user/unlink", target, "Authorization", "KakaoAK wrong"), 401, -401);
        assertThat(wire.post("/kakao/v1/user/unlink", target, "Authorization", "KakaoAK admin-key"))
                .hasStatusOk();
        refuses(client.readsMe(tokens), 401, -401);
        refuses(wire.post("/kakao/v1/user/unlink", target, "Authorization", "KakaoAK admin-key"), 400, -101);
    }

    @Test
    void logoutOfTheAccountLeadsToARegisteredAddressOnly() {
        var registered = Map.of("client_id", "kakao-key", "logout_redirect_uri", "https://app.example.com/bye");
        assertThat(wire.get("/kakao/oauth/logout", registered)).hasStatus(302);

        for (var other : new String[] {"-", "https://evil.example/\"><script>"}) {
            var page = wire.get("/kakao/oauth/logout", KakaoTestClient.with(registered, "logout_redirect_uri", other));
            assertThat(page).hasStatus(400);
            assertThat(Wire.text(page)).contains("KOE007").doesNotContain("<script>");
        }
        assertThat(wire.get("/kakao/oauth/logout", Map.of())).hasStatus(400);
    }

    private JsonNode meOf(String person) {
        return wire.body(client.readsMe(client.tokensOf(person)));
    }

    private MvcTestResult userInfo(JsonNode tokens) {
        return wire.withToken(
                HttpMethod.GET,
                "/kakao/v1/oidc/userinfo",
                tokens.get("access_token").asString());
    }

    private MvcTestResult post(String path, JsonNode tokens) {
        return wire.withToken(HttpMethod.POST, path, tokens.get("access_token").asString());
    }

    private void refuses(MvcTestResult answer, int status, int code) {
        assertThat(answer).hasStatus(status);
        assertThat(wire.body(answer).get("code").asInt()).isEqualTo(code);
        assertThat(wire.body(answer).has("msg")).isTrue();
    }
}
