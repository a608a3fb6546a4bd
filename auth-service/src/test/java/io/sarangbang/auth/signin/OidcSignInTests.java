package io.sarangbang.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.Keys;
import io.sarangbang.auth.Browser;
import io.sarangbang.auth.FakeProviders;
import io.sarangbang.auth.RunningService;
import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.account.Turns;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** what an ID token must be for anybody to be signed in by it. */
@ExtendWith(OutputCaptureExtension.class)
class OidcSignInTests extends RunningService {

    private static final KeyPair KEY = Jwts.SIG.RS256.keyPair().build();
    private static final KeyPair OTHER = Jwts.SIG.RS256.keyPair().build();
    private static final String KAKAO_KEYS = "/kakao/keys";
    private static final String NAVER_KEYS = "/naver/oauth2/jwks";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Turns turns;

    @DynamicPropertySource
    static void openId(DynamicPropertyRegistry registry) {
        registry.add("KAKAO_OIDC", () -> "true");
        registry.add("KAKAO_ISSUER_URI", () -> "https://kakao.test");
        registry.add("KAKAO_JWK_SET_URI", () -> PROVIDERS.at(KAKAO_KEYS));
        registry.add("NAVER_OIDC", () -> "true");
        registry.add("NAVER_ISSUER_URI", () -> "https://naver.test");
        registry.add("NAVER_JWK_SET_URI", () -> PROVIDERS.at(NAVER_KEYS));
    }

    @BeforeEach
    void publish() {
        PROVIDERS.answer(KAKAO_KEYS, 200, keys("one", KEY));
        PROVIDERS.answer(NAVER_KEYS, 200, keys("one", KEY));
    }

    @Test
    void anIdTokenIsAskedForWithANonceOfThisSignInAlone() {
        var kakao = parameters(browser().startsSignIn("kakao", "/"));
        var naver = parameters(browser().startsSignIn("naver", "/"));

        assertThat(kakao).containsEntry("scope", "openid,profile_nickname,profile_image");
        assertThat(naver).containsEntry("scope", "openid").containsEntry("code_challenge_method", "S256");
        assertThat(kakao.get("nonce"))
                .hasSize(43)
                .isNotEqualTo(naver.get("nonce"))
                .isNotEqualTo(parameters(browser().startsSignIn("kakao", "/")).get("nonce"));
    }

    @ParameterizedTest
    @CsvSource({"kakao,51001", "naver,nO-1"})
    void whoComesWithAnIdTokenIsThePersonThatTheyAreWithout(String provider, String subject) {
        var browser = browser();
        var answer = comesWith(browser, provider, subject, Map.of());

        assertThat(Browser.location(answer).getPath()).isNotEqualTo("/sign-in");
        var known =
                turns.take(() -> accounts.recognise(new Profile(provider, provider + "-client", subject, null, null)));
        var again = browser();
        comesWith(again, provider, subject, Map.of());
        assertThat(caller(again).accountId()).isEqualTo(known.accountId());
    }

    @ParameterizedTest
    @CsvSource({
        "iss,https://evil.test,wrong iss",
        "iss,https://kakao.test/,wrong iss",
        "aud,another-client,wrong aud",
        "azp,another-client,wrong azp",
        "nonce,of-somebody-else,invalid_nonce",
        "nonce,'',invalid_nonce",
        "exp,-3600,wrong exp",
        "iat,3600,wrong iat",
        "sub,51999,the ID token's sub",
        "alg,none,algorithm or signature",
        "alg,HS256,algorithm or signature",
        "alg,foreign,algorithm or signature",
        "alg,unknown-kid,algorithm or signature",
        "alg,garbage,algorithm or signature"
    })
    void anIdTokenThatDoesNotHoldSignsNobodyIn(String what, String value, String hint, CapturedOutput log) {
        var browser = browser();
        var answer = comesWith(browser, "kakao", "51002", Map.of(what, value));

        isProblemPage(answer, "sign-in-failed");
        assertThat(browser.accessToken()).isEmpty();
        assertThat(log.getAll()).contains(hint).doesNotContain("51999", "of-somebody-else");
    }

    @Test
    void anAnswerWithoutAnIdTokenNamesTheSwitchInTheConsole(CapturedOutput log) {
        isProblemPage(comesWith(browser(), "kakao", "51003", Map.of("alg", "missing")), "sign-in-misconfigured");
        assertThat(log).contains("is OpenID Connect switched on");
    }

    @Test
    void aKeyThatIsNewIsFetchedAtOnceAndOneThatIsGoneNoLongerCounts() {
        comesWith(browser(), "naver", "nO-2", Map.of());
        PROVIDERS.answer(NAVER_KEYS, 200, keys("two", OTHER));

        assertThat(Browser.location(comesWith(browser(), "naver", "nO-2", Map.of("alg", "two")))
                        .getPath())
                .isNotEqualTo("/sign-in");
        isProblemPage(comesWith(browser(), "naver", "nO-2", Map.of("alg", "gone")), "sign-in-failed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"503 | down", "200 | <html>", "200 | {\"keys\":[", "0 | hangs", "302 | moved", "-1 | {\"keys\":[]"
            })
    void keysThatCanNotBeReadAreTheProvidersFault(int status, String body) {
        clock.forward(Duration.ofMinutes(10));
        PROVIDERS.answer(NAVER_KEYS, status, body);
        var began = Instant.now();

        isProblemPage(comesWith(browser(), "naver", "nO-3", Map.of("alg", "fresh-kid")), "provider-unavailable");
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void naversSubjectMustBeItsProfilesId(CapturedOutput log) {
        isProblemPage(comesWith(browser(), "naver", "nO-4", Map.of("sub", "somebody")), "sign-in-failed");
        assertThat(log).contains("NAVER_OIDC=false").doesNotContain("somebody");
    }

    @ParameterizedTest
    @CsvSource({"-3600,/account?problem=sign-in-failed&provider=kakao", "0,/account"})
    void aConfirmationTakesASignInOfNow(long seconds, String page) {
        var browser = browser();
        comesWith(browser, "kakao", "51004", Map.of());
        finish(browser);
        var authorize = asksTo(browser, "confirm", "kakao");
        var proven = Long.toString(clock.instant().plusSeconds(seconds).getEpochSecond());

        var answer = comesBack(browser, authorize, "kakao", "51004", Map.of("auth_time", proven));

        assertThat(Browser.location(answer)).hasToString(page);
    }

    /** A newcomer makes an account first. */
    private static void finish(Browser browser) {
        if (browser.accessToken().isEmpty()) {
            browser.posts("/api/auth/accounts");
        }
    }

    private HttpResponse<String> comesWith(
            Browser browser, String provider, String subject, Map<String, String> faults) {
        return comesBack(browser, browser.startsSignIn(provider, "/"), provider, subject, faults);
    }

    private HttpResponse<String> comesBack(
            Browser browser, URI authorize, String provider, String subject, Map<String, String> faults) {
        var kakao = provider.equals("kakao");
        var person = kakao ? kakaoPerson(subject) : naverPerson(subject);
        var idToken = idToken(provider, subject, parameters(authorize).get("nonce"), faults);
        PROVIDERS.answer(
                kakao ? "/kakao/oauth/token" : "/naver/oauth2.0/token",
                200,
                "{\"access_token\":\"token\",\"token_type\":\"bearer\",\"expires_in\":\"3600\"%s}"
                        .formatted(idToken.isEmpty() ? "" : ",\"id_token\":\"" + idToken + "\""));
        PROVIDERS.answer(kakao ? "/kakao/v2/user/me" : "/naver/v1/nid/me", 200, person);
        return browser.comesBack(PROVIDERS.consent(authorize, person));
    }

    private String idToken(String provider, String subject, String nonce, Map<String, String> faults) {
        var now = clock.instant();
        var claims = new HashMap<String, Object>();
        claims.put("iss", "https://" + provider + ".test");
        claims.put("aud", provider + "-client");
        claims.put("sub", subject);
        claims.put("nonce", nonce);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plusSeconds(600).getEpochSecond());
        claims.put("auth_time", now.getEpochSecond());
        faults.forEach((name, value) -> {
            switch (name) {
                case "exp" -> {
                    claims.put("iat", now.minusSeconds(7200).getEpochSecond());
                    claims.put("exp", now.plusSeconds(Long.parseLong(value)).getEpochSecond());
                }
                case "iat" -> {
                    claims.put("iat", now.plusSeconds(Long.parseLong(value)).getEpochSecond());
                    claims.put("exp", now.plusSeconds(7200).getEpochSecond());
                }
                case "alg" -> {}
                case "auth_time" -> claims.put(name, Long.parseLong(value));
                default -> claims.put(name, value);
            }
        });
        return signed(claims, faults.getOrDefault("alg", "RS256"));
    }

    private static String signed(Map<String, Object> claims, String how) {
        var token = Jwts.builder().claims(claims);
        var secret =
                Keys.hmacShaKeyFor((FakeProviders.SECRET + "-long-enough-for-hs256").getBytes(StandardCharsets.UTF_8));
        return switch (how) {
            case "missing" -> "";
            case "garbage" -> "a.b.c";
            case "none" -> token.compact();
            case "HS256" ->
                token.header()
                        .keyId("one")
                        .and()
                        .signWith(secret, Jwts.SIG.HS256)
                        .compact();
            case "foreign" ->
                token.header()
                        .keyId("one")
                        .and()
                        .signWith(OTHER.getPrivate(), Jwts.SIG.RS256)
                        .compact();
            case "unknown-kid", "fresh-kid" ->
                token.header()
                        .keyId(how)
                        .and()
                        .signWith(OTHER.getPrivate(), Jwts.SIG.RS256)
                        .compact();
            case "two" ->
                token.header()
                        .keyId("two")
                        .and()
                        .signWith(OTHER.getPrivate(), Jwts.SIG.RS256)
                        .compact();
            default ->
                token.header()
                        .keyId("one")
                        .and()
                        .signWith(KEY.getPrivate(), Jwts.SIG.RS256)
                        .compact();
        };
    }

    private static String keys(String id, KeyPair pair) {
        var key = Jwks.builder()
                .key((RSAPublicKey) pair.getPublic())
                .id(id)
                .algorithm("RS256")
                .publicKeyUse("sig")
                .build();
        return "{\"keys\":[" + new tools.jackson.databind.json.JsonMapper().writeValueAsString(Map.copyOf(key)) + "]}";
    }

    private static Map<String, String> parameters(URI address) {
        return FakeProviders.parameters(address.getRawQuery());
    }

    private static void isProblemPage(HttpResponse<String> answer, String problem) {
        assertThat(Browser.location(answer).getPath()).isEqualTo("/sign-in");
        assertThat(FakeProviders.parameters(Browser.location(answer).getRawQuery()))
                .containsEntry("problem", problem);
    }
}
