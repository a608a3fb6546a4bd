package io.sarangbang.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.FakeProviders;
import io.sarangbang.auth.farewell.Unlinking.EndedIdentity;
import io.sarangbang.auth.farewell.Unlinking.Outcome;
import io.sarangbang.auth.site.PublicSite;
import io.sarangbang.defaults.setup.Installation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is said to the providers when a link ends, and how their answers are taken; over real sockets. */
class ProviderUnlinkingTests {

    private static final FakeProviders PROVIDERS = new FakeProviders();
    private static final String KAKAO_UNLINK = "/kakao/v1/user/unlink";
    private static final String KAKAO_TOKEN = "/kakao/oauth/token";
    private static final String NAVER_TOKEN = "/naver/oauth2.0/token";

    @AfterEach
    void behave() {
        PROVIDERS.behave();
    }

    @Test
    void kakaoIsToldWithTheAdminKeyAndNoTokenIsKept() {
        PROVIDERS.answer(KAKAO_UNLINK, 200, "{\"id\":42}");

        assertThat(kakao("admin", null)).isInstanceOf(Outcome.Gone.class);
        assertThat(PROVIDERS.asked(KAKAO_UNLINK)).singleElement().satisfies(it -> {
            assertThat(it.authorization()).isEqualTo("KakaoAK admin");
            assertThat(it.form()).isEqualTo(Map.of("target_id_type", "user_id", "target_id", "42"));
        });
        assertThat(unlinking("admin").needsToken(offered("admin", "kakao"))).isFalse();
        assertThat(unlinking("").needsToken(offered("", "kakao"))).isTrue();
        assertThat(unlinking("admin").needsToken(offered("admin", "naver"))).isTrue();
    }

    @Test
    void withoutAnAdminKeyKakaoIsToldWithAFreshToken() {
        PROVIDERS.answer(KAKAO_TOKEN, 200, "{\"access_token\":\"fresh\",\"token_type\":\"bearer\"}");
        PROVIDERS.answer(KAKAO_UNLINK, 200, "{\"id\":42}");

        assertThat(kakao("", "kept")).isInstanceOf(Outcome.Gone.class);
        assertThat(PROVIDERS.asked(KAKAO_TOKEN).getFirst().form())
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", "kept")
                .containsEntry("client_id", "kakao-client")
                .containsEntry("client_secret", FakeProviders.SECRET);
        assertThat(PROVIDERS.asked(KAKAO_UNLINK).getFirst().authorization()).isEqualTo("Bearer fresh");
    }

    @Test
    void withNeitherKeyNorTokenTheOperatorLearnsWhatToSet() {
        assertThat(kakao("", null))
                .isInstanceOfSatisfying(
                        Outcome.NotYet.class, it -> assertThat(it.why()).contains("KAKAO_ADMIN_KEY"));
        PROVIDERS.answer(KAKAO_TOKEN, 400, "{\"error\":\"invalid_grant\",\"error_code\":\"KOE322\"}");
        assertThat(kakao("", "too-old"))
                .isInstanceOfSatisfying(
                        Outcome.NotYet.class,
                        it -> assertThat(it.why())
                                .contains("KOE322", "KAKAO_ADMIN_KEY")
                                .doesNotContain("too-old"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"msg\":\"NotRegisteredUserException\",\"code\":-101} | Gone",
                "400 | {\"msg\":\"no such account\",\"code\":-103}             | Gone",
                "401 | {\"msg\":\"wrong appKey\",\"code\":-401}                | NotYet",
                "400 | {\"msg\":\"oops\",\"code\":-1}                          | NotYet",
                "200 | {\"msg\":\"oops\",\"code\":-10}                         | NotYet",
                "500 | {\"msg\":\"oops\",\"code\":-1}                          | NotYet",
                "503 | <html>maintenance</html>                               | NotYet",
                "200 | <html>maintenance</html>                               | NotYet",
                "302 | moved                                                  | NotYet",
                "-1  | {\"id\":4                                               | NotYet",
                "0   | nothing                                                | NotYet",
            })
    void kakaosAnswersToTheAdminKey(int status, String body, String outcome) {
        PROVIDERS.answer(KAKAO_UNLINK, status, body);
        var began = Instant.now();

        assertThat(kakao("admin", null).getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofMillis(1900));
    }

    @Test
    void naverIsToldWithATokenThatIsFreshAgain() {
        PROVIDERS.answer(
                NAVER_TOKEN, 200, "{\"access_token\":\"fresh\",\"result\":\"success\",\"expires_in\":\"3600\"}");

        assertThat(naver("kept")).isInstanceOf(Outcome.Gone.class);
        var asked = PROVIDERS.asked(NAVER_TOKEN);
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst().form())
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", "kept");
        assertThat(asked.getLast().form())
                .containsEntry("grant_type", "delete")
                .containsEntry("access_token", "fresh")
                .containsEntry("client_id", "naver-client")
                .containsEntry("client_secret", FakeProviders.SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"error\":\"invalid_request\",\"error_description\":\"invalid refresh_token\"}                  | Gone",
                "400 | {\"error\":\"invalid_grant\"}                                                                   | Gone",
                "200 | {\"error\":\"invalid_request\",\"error_description\":\"wrong client id / client secret pair.\"} | NotYet",
                "401 | {\"error\":\"invalid_client\"}                                                                  | NotYet",
                "400 | {\"error\":\"unsupported_grant_type\"}                                                          | Never",
                "200 | {\"error\":\"server_error\"}                                                                    | NotYet",
                "503 | <html>maintenance</html>                                                                       | NotYet",
                "200 | {\"access_token\":                                                                              | NotYet",
                "0   | nothing                                                                                        | NotYet",
            })
    void naversAnswers(int status, String body, String outcome) {
        PROVIDERS.answer(NAVER_TOKEN, status, body);

        assertThat(naver("kept").getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void naverCanNotBeToldWithoutAToken() {
        assertThat(naver(null)).isInstanceOf(Outcome.Never.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kakao", "naver"})
    void nobodyIsUnlinkedFromAnotherApplication(String provider) {
        var other = new EndedIdentity(provider, "an-old-app", "42", Optional.of("kept"));

        assertThat(unlinking("admin").unlink(other)).isInstanceOf(Outcome.Never.class);
        assertThat(PROVIDERS.asked(KAKAO_UNLINK)).isEmpty();
        assertThat(PROVIDERS.asked(NAVER_TOKEN)).isEmpty();
    }

    @Test
    void aProviderThatIsNoLongerSetUpMayBeAgain() {
        assertThat(unlinking("admin").unlink(new EndedIdentity("daum", "app", "42", Optional.empty())))
                .isInstanceOf(Outcome.NotYet.class);
    }

    private static Outcome kakao(String adminKey, String token) {
        return unlinking(adminKey).unlink(new EndedIdentity("kakao", "kakao-client", "42", Optional.ofNullable(token)));
    }

    private static Outcome naver(String token) {
        return unlinking("").unlink(new EndedIdentity("naver", "naver-client", "n42", Optional.ofNullable(token)));
    }

    private static ProviderUnlinking unlinking(String adminKey) {
        var settings = settings(adminKey);
        return new ProviderUnlinking(new ProviderHttp(settings, new JsonMapper()), providers(adminKey), settings);
    }

    private static Offered offered(String adminKey, String provider) {
        return providers(adminKey).find(provider).orElseThrow();
    }

    private static OfferedProviders providers(String adminKey) {
        return new OfferedProviders(settings(adminKey), new PublicSite("https://rooms.test"), new Installation("", ""));
    }

    private static ProviderSettings settings(String adminKey) {
        return new ProviderSettings(
                client("kakao", adminKey, KAKAO_TOKEN, KAKAO_UNLINK),
                client("naver", "", NAVER_TOKEN, ""),
                Duration.ofMillis(500),
                Duration.ofMillis(700));
    }

    private static ProviderClient client(String name, String adminKey, String token, String unlink) {
        return new ProviderClient(
                name + "-client",
                FakeProviders.SECRET,
                "",
                adminKey,
                false,
                true,
                PROVIDERS.at("/authorize"),
                PROVIDERS.at(token),
                PROVIDERS.at("/me"),
                unlink.isEmpty() ? "" : PROVIDERS.at(unlink),
                "",
                "");
    }
}
