package io.sarangbang.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sarangbang.auth.site.PublicSite;
import io.sarangbang.defaults.setup.Installation;
import io.sarangbang.defaults.setup.SetupRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderSettingsTests {

    private static final ProviderClient NONE = client("", "", "", false, "", "", "", "", "", "");
    private static final ProviderClient REAL = client("id", "secret", "", false, "", "", "", "", "", "");
    private static final ProviderClient REAL_OIDC = client("id", "secret", "", true, "", "", "", "", "", "");
    private static final ProviderClient STAND_IN = client(
            "id",
            "secret",
            "",
            false,
            "http://localhost/a",
            "http://localhost/t",
            "http://localhost/u",
            "http://localhost/x",
            "",
            "");

    @ParameterizedTest
    @CsvSource({
        "id,'','','','',''",
        "'',secret,'','','',''",
        "id,secret,http://x/a,'','',''",
        "id,secret,http://x/a,http://x/t,'',http://x/x",
        "id,secret,'',http://x/t,http://x/u,http://x/x",
        "id,secret,/a,http://x/t,http://x/u,http://x/x",
        "id,secret,ftp://x/a,http://x/t,http://x/u,http://x/x"
    })
    void halfASetUpIsRefusedByName(
            String id, String secret, String authorize, String token, String userInfo, String unlink) {
        var half = client(id, secret, "", false, authorize, token, userInfo, unlink, "", "");

        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> settings(NONE, half))
                .withMessageStartingWith("NAVER_")
                .withMessageContaining("go together")
                .withMessageNotContaining("secret ");
        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> settings(half, NONE))
                .withMessageStartingWith("KAKAO_");
    }

    @Test
    void nothingIsUnlinkedAtTheRealKakaoFromAStandIn() {
        var half = client("id", "secret", "", false, "http://x/a", "http://x/t", "http://x/u", "", "", "");

        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> settings(half, NONE))
                .withMessageContaining("_UNLINK_URI");
    }

    @Test
    void idTokensOfAStandInAreNotCheckedByTheRealKeys() {
        var half = client("id", "secret", "", true, "http://x/a", "http://x/t", "http://x/u", "http://x/x", "", "");

        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> settings(NONE, half))
                .withMessageContaining("_ISSUER_URI, _JWK_SET_URI");
    }

    @Test
    void naversTwoStacksAreNeverMixed() {
        var plain = offered(NONE, REAL).all().getFirst().registration();
        var oidc = offered(NONE, REAL_OIDC).all().getFirst().registration();

        assertThat(plain.getScopes()).isEmpty();
        assertThat(plain.getProviderDetails().getAuthorizationUri())
                .isEqualTo("https://nid.naver.com/oauth2.0/authorize");
        assertThat(oidc.getScopes()).containsExactly("openid");
        assertThat(oidc.getProviderDetails().getAuthorizationUri()).isEqualTo("https://nid.naver.com/oauth2/authorize");
        assertThat(oidc.getProviderDetails().getTokenUri()).isEqualTo("https://nid.naver.com/oauth2/token");
        assertThat(oidc.getProviderDetails().getJwkSetUri()).isEqualTo("https://nid.naver.com/oauth2/jwks");
        assertThat(oidc.getProviderDetails().getIssuerUri()).isEqualTo("https://nid.naver.com");
    }

    @Test
    void whatIsNotSetUpIsNotOffered() {
        assertThat(offered(NONE, NONE).all()).isEmpty();
        assertThat(offered(NONE, REAL).all()).extracting(Offered::provider).containsExactly(Provider.NAVER);
        assertThat(offered(NONE, REAL).findByRegistrationId("kakao")).isNull();
    }

    @Test
    void theRealHostsAreTheDefaultAndNoStandIns() {
        var providers = offered(REAL, REAL);

        assertThat(providers.all()).extracting(Offered::standIn).containsExactly(false, false);
        assertThat(providers.all())
                .extracting(it -> it.registration().getProviderDetails().getTokenUri())
                .containsExactly("https://kauth.kakao.com/oauth/token", "https://nid.naver.com/oauth2.0/token");
        assertThat(offered(STAND_IN, REAL).all()).extracting(Offered::standIn).containsExactly(true, false);
    }

    @Test
    void eachProviderHasARedirectAddressOfItsOwn() {
        assertThat(offered(REAL, REAL).all())
                .extracting(it -> it.registration().getRedirectUri())
                .containsExactly(
                        "https://rooms.test/api/auth/callback/kakao", "https://rooms.test/api/auth/callback/naver");
    }

    @Test
    void theAppIsTheClientIdUntilTheOperatorSaysOtherwise() {
        var renewed = client("new-key", "secret", "old-key", false, "", "", "", "", "", "");

        assertThat(offered(REAL, renewed).all()).extracting(Offered::app).containsExactly("id", "old-key");
    }

    @Test
    void productionRefusesStandIns() {
        var production = new Installation("production", "");

        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> new OfferedProviders(
                        settings(STAND_IN, NONE), new PublicSite("https://rooms.test"), production))
                .withMessageStartingWith("KAKAO_AUTHORIZE_URI");
    }

    @Test
    void settingsDoNotPrintTheSecret() {
        assertThat(settings(REAL, NONE).toString()).doesNotContain("secret");
    }

    private static ProviderClient client(
            String id,
            String secret,
            String app,
            boolean oidc,
            String authorize,
            String token,
            String userInfo,
            String unlink,
            String issuer,
            String keys) {
        return new ProviderClient(id, secret, app, "", oidc, true, authorize, token, userInfo, unlink, issuer, keys);
    }

    private static ProviderSettings settings(ProviderClient kakao, ProviderClient naver) {
        return new ProviderSettings(kakao, naver, Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    private static OfferedProviders offered(ProviderClient kakao, ProviderClient naver) {
        return new OfferedProviders(
                settings(kakao, naver), new PublicSite("https://rooms.test"), new Installation("", ""));
    }
}
