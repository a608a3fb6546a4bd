package io.sarangbang.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import io.sarangbang.defaults.token.AccessTokens;
import io.sarangbang.defaults.token.BadToken;
import io.sarangbang.defaults.token.TokenSettings;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tokens and keys as every other service sees them. */
class AccessTokenTests extends RunningService {

    @Test
    void theTokenSaysWhatTheContractSaysAndNoMore() {
        var browser = signedIn(kakaoPerson("5001"));
        var header = part(browser, 0);
        var claims = part(browser, 1);

        assertThat(header.propertyNames()).containsExactlyInAnyOrder("typ", "alg", "kid");
        assertThat(header.path("typ").asString()).isEqualTo("at+jwt");
        assertThat(header.path("alg").asString()).isEqualTo("ES256");
        assertThat(claims.propertyNames())
                .containsExactlyInAnyOrder(
                        "iss",
                        "aud",
                        "sub",
                        "sid",
                        "jti",
                        "iat",
                        "exp",
                        "client_id",
                        "scope",
                        "auth_time",
                        "nickname",
                        "picture",
                        "provider");
        assertThat(claims.path("iss").asString()).isEqualTo("sarangbang");
        assertThat(claims.path("aud").toString()).contains("\"sarangbang-api\"");
        assertThat(claims.path("client_id").asString()).isEqualTo("web");
        assertThat(claims.path("provider").asString()).isEqualTo("kakao");
        assertThat(UUID.fromString(claims.path("sub").asString()).version()).isEqualTo(7);
        assertThat(UUID.fromString(claims.path("sid").asString()).version()).isEqualTo(7);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void noTwoTokensShareAnId() {
        var browser = signedIn(kakaoPerson("5002"));
        var before = part(browser, 1).path("jti").asString();
        browser.posts("/api/auth/refresh");

        assertThat(part(browser, 1).path("jti").asString()).isNotEqualTo(before);
    }

    @Test
    void anotherServiceVerifiesItWithNothingButThePublishedKeys() throws BadToken {
        var browser = signedIn(kakaoPerson("5003"));
        var settings = new TokenSettings(
                "sarangbang", "sarangbang-api", "auth-service", Duration.ofSeconds(10), Duration.ofSeconds(5));
        var elsewhere = new AccessTokens(this::published, settings, clock);

        assertThat(elsewhere.verify(browser.accessToken().orElseThrow()).accountId())
                .isEqualTo(caller(browser).accountId());
    }

    @Test
    void onlyPublicHalvesArePublishedAndCachedForAMinute() {
        var answer = browser().opens("/.well-known/jwks.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=60");
        assertThat(json(answer).path("keys")).isNotEmpty().allSatisfy(key -> {
            assertThat(key.propertyNames()).containsExactlyInAnyOrder("kty", "crv", "x", "y", "kid", "alg", "use");
            assertThat(key.path("use").asString()).isEqualTo("sig");
            assertThat(key.path("alg").asString()).isEqualTo("ES256");
        });
    }

    private Map<String, Key> published() {
        var keys = browser().opens("/.well-known/jwks.json").body();
        return Jwks.setParser().build().parse(keys).getKeys().stream()
                .collect(Collectors.toMap(Jwk::getId, Jwk::toKey));
    }

    private static JsonNode part(Browser browser, int index) {
        var part = browser.accessToken().orElseThrow().split("\\.")[index];
        return new JsonMapper().readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
