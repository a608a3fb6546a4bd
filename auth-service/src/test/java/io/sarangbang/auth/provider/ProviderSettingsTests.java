package io.sarangbang.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sarangbang.auth.provider.ProviderSettings.Client;
import io.sarangbang.auth.site.PublicSite;
import io.sarangbang.defaults.setup.SetupRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class ProviderSettingsTests {

    private static final Client NONE = new Client("", "", "", "", "", "", true);
    private static final Client REAL = new Client("id", "secret", "", "", "", "", true);
    private static final Client STAND_IN =
            new Client("id", "secret", "", "http://localhost/a", "http://localhost/t", "http://localhost/u", true);

    @ParameterizedTest
    @CsvSource({
        "id,'','','',''",
        "'',secret,'','',''",
        "id,secret,http://x/a,'',''",
        "id,secret,http://x/a,http://x/t,''",
        "id,secret,'',http://x/t,http://x/u",
        "id,secret,/a,http://x/t,http://x/u",
        "id,secret,ftp://x/a,http://x/t,http://x/u"
    })
    void halfASetUpIsRefusedByName(String id, String secret, String authorize, String token, String userInfo) {
        var half = new Client(id, secret, "", authorize, token, userInfo, true);

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
        var renewed = new Client("new-key", "secret", "old-key", "", "", "", true);

        assertThat(offered(REAL, renewed).all()).extracting(Offered::app).containsExactly("id", "old-key");
    }

    @Test
    void productionRefusesStandIns() {
        var production = new MockEnvironment();
        production.setActiveProfiles("production");

        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> new OfferedProviders(
                        settings(STAND_IN, NONE), new PublicSite("https://rooms.test"), production))
                .withMessageStartingWith("KAKAO_AUTHORIZE_URI");
    }

    @Test
    void settingsDoNotPrintTheSecret() {
        assertThat(settings(REAL, NONE).toString()).doesNotContain("secret");
    }

    private static ProviderSettings settings(Client kakao, Client naver) {
        return new ProviderSettings(kakao, naver, Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    private static OfferedProviders offered(Client kakao, Client naver) {
        return new OfferedProviders(
                settings(kakao, naver), new PublicSite("https://rooms.test"), new MockEnvironment());
    }
}
