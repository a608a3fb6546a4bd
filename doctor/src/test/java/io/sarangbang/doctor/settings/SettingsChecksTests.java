package io.sarangbang.doctor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.fact.Facts;
import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.report.Diagnosis;
import io.sarangbang.doctor.report.Finding;
import io.sarangbang.doctor.report.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsChecksTests {

    private static final Map<String, String> SERVER = Map.of(
            "ENVIRONMENT", "production",
            "DOMAIN", "rooms.example.kr",
            "PUBLIC_URL", "https://rooms.example.kr",
            "PUBLIC_IP", "203.0.113.7",
            "TLS", "acme",
            "ACME_EMAIL", "operator@rooms.example.kr",
            "SIGN_IN", "providers",
            "KAKAO_CLIENT_ID", "0f3b",
            "KAKAO_CLIENT_SECRET", "s8d7f6");

    @TempDir
    Path secrets;

    @Test
    void aLaptopNeedsNoSettings() {
        assertThat(bad(Map.of())).isEmpty();
    }

    @Test
    void aServerWithItsSettingsIsFine() {
        assertThat(bad(SERVER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ENVIRONMENT           | staging",
                "ENVIRONMENT           | Production",
                "DOMAIN                | https://rooms.example.kr",
                "DOMAIN                | rooms.example.kr:443",
                "DOMAIN                | rooms.example.kr/",
                "PUBLIC_URL            | rooms.example.kr",
                "PUBLIC_URL            | https://rooms.example.kr/",
                "PUBLIC_URL            | https://rooms.example.kr/app",
                "PUBLIC_URL            | wss://rooms.example.kr",
                "PUBLIC_URL            | https://ro oms",
                "PUBLIC_IP             | rooms.example.kr",
                "PUBLIC_IP             | 203.0.113.256",
                "TLS                   | letsencrypt",
                "HTTP_PORT             | 0",
                "HTTPS_PORT            | 65536",
                "TURN_PORT             | x",
                "MEDIA_SERVER          | kurento",
                "SIGN_IN               | kakao",
                "OPENVIDU_URL          | media:5443",
                "OPENVIDU_SECRET       | k9$Lm2Pq7Rs4Tv8Wx",
                "KAKAO_OIDC            | yes",
                "REDIS_URL             | localhost:6379",
                "ACME_EMAIL            | nobody"
            })
    void aValueThatCanNotBeOneIsInvalid(String variable, String value) {
        assertThat(bad(with(variable, value))).containsExactly("setting-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://rooms.example.kr:8443", "https://localhost", "https://a-1.localhost:65535"})
    void anAddressOfASiteIsValid(String url) {
        assertThat(codes(Map.of("PUBLIC_URL", url))).doesNotContain("setting-invalid");
    }

    @Test
    void anInvalidSecretIsNotShown() {
        assertThat(findings(with("OPENVIDU_SECRET", "k9$Lm2Pq7Rs4Tv8Wx")))
                .filteredOn(it -> it.code().equals("setting-invalid"))
                .singleElement()
                .satisfies(it -> assertThat(it.params()).containsEntry("value", "…"));
    }

    @Test
    void aNameThatIsAlmostOneOfOursIsAMistake() {
        assertThat(findings(with("KAKAO_CLIENT_SECERT", "x")))
                .filteredOn(it -> it.code().equals("setting-unknown"))
                .singleElement()
                .isEqualTo(new Finding(
                        "setting-unknown",
                        Level.WARN,
                        Map.of("variable", "KAKAO_CLIENT_SECERT", "nearest", "KAKAO_CLIENT_SECRET")));
    }

    @Test
    void namesOfOthersAreTheirBusiness() {
        assertThat(bad(with("JAVA_HOME", "/opt/java"))).isEmpty();
    }

    @Test
    void withoutTheManualNoNameIsJudged() {
        var facts = Facts.of(SettingsFacts.class, new SettingsFacts(installation(SERVER), Set.of()));

        assertThat(Diagnosis.of(SettingsFeature.feature().checks(), facts))
                .filteredOn(it -> it.code().equals("setting-unknown"))
                .extracting(Finding::level)
                .containsExactly(Level.UNMEASURED);
    }

    @Test
    void aPublicUrlWithoutTlsIsACause() {
        assertThat(bad(with("PUBLIC_URL", "http://rooms.example.kr"))).containsExactly("public-url-not-https");
    }

    @Test
    void onTheMachineItselfTlsMayBeOff() {
        assertThat(bad(Map.of("PUBLIC_URL", "http://localhost", "TLS", "off"))).isEmpty();
        assertThat(bad(Map.of("PUBLIC_URL", "http://localhost"))).containsExactly("public-url-not-https");
    }

    @ParameterizedTest
    @CsvSource({"DOMAIN, localhost", "DOMAIN, rooms.localhost", "PUBLIC_URL, https://localhost"})
    void aServerCalledLocalhostIsACause(String variable, String value) {
        assertThat(bad(with(variable, value))).containsExactly("domain-left-at-localhost");
    }

    @Test
    void aServerWithoutAnyNameIsCalledLocalhost() {
        assertThat(bad(without("DOMAIN", "PUBLIC_URL"))).containsExactly("domain-left-at-localhost");
    }

    @Test
    void aLaptopThatOneOfThemNamesOtherwiseIsACause() {
        assertThat(bad(Map.of("PUBLIC_URL", "https://rooms.example.kr", "PUBLIC_IP", "192.168.0.7")))
                .containsExactly("domain-left-at-localhost");
    }

    @Test
    void twoNamesOfOneSiteAreACause() {
        assertThat(bad(with("DOMAIN", "www.example.kr"))).containsExactly("domain-and-url-differ");
    }

    @Test
    void thePortOfTheUrlIsTheOneThatNginxHas() {
        assertThat(bad(with("HTTPS_PORT", "8443"))).containsExactly("public-port-differs");
        assertThat(bad(Map.of("HTTPS_PORT", "8443", "PUBLIC_URL", "https://localhost:8443")))
                .isEmpty();
    }

    @Test
    void twoProgramsOnOnePortAreACause() {
        assertThat(bad(with("TURN_PORT", "443"))).containsExactly("ports-collide");
    }

    @Test
    void aServerNeedsToKnowItsAddress() {
        assertThat(bad(without("PUBLIC_IP"))).containsExactly("public-ip-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.4", "172.31.0.9", "192.168.1.2", "127.0.0.1", "169.254.1.1", "100.64.0.1", "fd00::1"})
    void aPrivateAddressIsNoneInProduction(String address) {
        assertThat(bad(with("PUBLIC_IP", address))).containsExactly("public-ip-private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"172.32.0.1", "100.128.0.1", "8.8.8.8", "2001:db8::1"})
    void otherAddressesArePublic(String address) {
        assertThat(bad(with("PUBLIC_IP", address))).isEmpty();
    }

    @Test
    void anOfficeMayTestOnItsOwnNetwork() {
        var office = new HashMap<>(with("PUBLIC_IP", "192.168.1.2"));
        office.put("ENVIRONMENT", "test");

        assertThat(bad(office)).isEmpty();
    }

    @Test
    void aCertificateFromAnAuthorityNeedsAnAddressToWriteTo() {
        assertThat(bad(without("ACME_EMAIL"))).containsExactly("acme-email-missing");
        assertThat(bad(with("ACME_EMAIL", "user@example.com"))).containsExactly("acme-email-missing");
    }

    @Test
    void aMediaServerElsewhereNeedsAnAddress() {
        assertThat(bad(with("MEDIA_SERVER", "external"))).containsExactly("openvidu-url-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH_SECRET, 0a1b2c3d4e5f60718293a4b5c6d7e8",
        "AUTH_SECRET, please-change-me-0a1b2c3d4e5f60718293a4b5",
        "SERVICE_SECRET, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "OPENVIDU_SECRET, MY_SECRET",
        "TURN_SECRET, openvidu",
        "OPENVIDU_WEBHOOK_SECRET, 0a1b2c3d4e5f60718293a4b5c6d7e8f",
        "ROOMS_DB_PASSWORD, 0a1b2c3d4e5f607",
        "AUTH_DB_PASSWORD, sarangbang-auth-2026",
        "MYSQL_ROOT_PASSWORD, root"
    })
    void aSecretThatCanBeGuessedIsACause(String variable, String value) {
        assertThat(bad(with(variable, value))).containsExactly("secret-weak");
    }

    @Test
    void aSecretThatIsWeakIsNotShown() {
        assertThat(findings(with("MYSQL_ROOT_PASSWORD", "hunter2")))
                .noneMatch(it -> it.params().containsValue("hunter2"));
    }

    @Test
    void oneSecretForTwoPurposesIsACause() {
        var same = new HashMap<>(with("TURN_SECRET", "c3f1a09b7d5e42f68a1b"));
        same.put("OPENVIDU_SECRET", "c3f1a09b7d5e42f68a1b");

        assertThat(bad(same)).containsExactly("secret-shared");
    }

    @Test
    void aProviderNeedsIdAndSecret() {
        assertThat(bad(without("KAKAO_CLIENT_SECRET"))).containsExactly("provider-half-configured");
        assertThat(bad(without("KAKAO_CLIENT_ID"))).containsExactly("provider-half-configured");
        assertThat(bad(with("NAVER_CLIENT_ID", "n"))).containsExactly("provider-half-configured");
    }

    @Test
    void aProvidersSecretMayLieInItsFile() throws Exception {
        Files.writeString(secrets.resolve("KAKAO_CLIENT_SECRET"), "s8d7f6");

        assertThat(bad(without("KAKAO_CLIENT_SECRET"))).isEmpty();
    }

    @Test
    void withoutAnyProviderNobodySignsIn() {
        assertThat(bad(without("KAKAO_CLIENT_ID", "KAKAO_CLIENT_SECRET"))).containsExactly("no-provider-configured");
    }

    @Test
    void standInsAreNotForProduction() {
        assertThat(bad(with("SIGN_IN", "stand-in"))).containsExactly("stand-ins-in-production");
        assertThat(bad(without("SIGN_IN"))).containsExactly("stand-ins-in-production");
        assertThat(bad(with("KAKAO_TOKEN_URI", "http://stand-in/token"))).containsExactly("stand-ins-in-production");
    }

    @Test
    void whoHasAPublicCertificateIsNoLaptop() {
        var forgotten = new HashMap<>(without("ENVIRONMENT", "SIGN_IN"));
        forgotten.put("TLS", "acme");
        assertThat(bad(forgotten)).containsExactly("stand-ins-in-production");
        forgotten.put("ENVIRONMENT", "test");
        assertThat(bad(forgotten)).isEmpty();
    }

    private List<String> bad(Map<String, String> variables) {
        return findings(variables).stream()
                .filter(it -> it.level() == Level.FAIL)
                .map(Finding::code)
                .toList();
    }

    private List<String> codes(Map<String, String> variables) {
        return bad(variables);
    }

    private List<Finding> findings(Map<String, String> variables) {
        var known = Manual.variables("KAKAO_CLIENT_SECRET=\n#TURN_PORT=3478\n# SIGN_IN=providers\nPUBLIC_IP=\n");
        var facts = Facts.of(SettingsFacts.class, new SettingsFacts(installation(variables), known));
        return Diagnosis.of(SettingsFeature.feature().checks(), facts);
    }

    private Installation installation(Map<String, String> variables) {
        return new Installation(variables, secrets, secrets, View.SETTINGS);
    }

    private static Map<String, String> with(String variable, String value) {
        var changed = new HashMap<>(SERVER);
        changed.put(variable, value);
        return changed;
    }

    private static Map<String, String> without(String... variables) {
        var changed = new HashMap<>(SERVER);
        List.of(variables).forEach(changed::remove);
        return changed;
    }
}
