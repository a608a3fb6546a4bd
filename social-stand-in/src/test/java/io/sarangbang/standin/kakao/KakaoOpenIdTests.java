package io.sarangbang.standin.kakao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.IncorrectClaimException;
import io.jsonwebtoken.UnsupportedJwtException;
import io.jsonwebtoken.security.SignatureException;
import io.sarangbang.standin.OpenIdReader;
import io.sarangbang.standin.StandInTest;
import io.sarangbang.standin.Wire;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@StandInTest
class KakaoOpenIdTests {

    private final Wire wire;
    private final KakaoTestClient client;
    private final OpenIdReader reader;

    @Autowired
    KakaoOpenIdTests(Wire wire, io.sarangbang.standin.MovableClock clock) {
        this.wire = wire;
        this.client = new KakaoTestClient(wire);
        this.reader =
                new OpenIdReader(wire, clock, "/kakao/.well-known/jwks.json", "http://localhost/kakao", "kakao-key");
    }

    @AfterEach
    void resetKnobs() {
        wire.resetKnobs();
    }

    @Test
    void openidBringsAnIdTokenThatHolds() {
        var tokens = tokens();
        var idToken = reader.read(tokens);

        assertThat(idToken.getHeader().getAlgorithm()).isEqualTo("RS256");
        assertThat(idToken.getPayload().getSubject())
                .isEqualTo(Long.toString(
                        wire.body(client.readsMe(tokens)).get("id").asLong()));
        assertThat(idToken.getPayload())
                .containsEntry("nickname", "서연")
                .containsEntry("email", "seoyeon@example.com")
                .containsKeys("auth_time", "iat", "exp")
                .doesNotContainKey("email_verified");
    }

    @Test
    void discoveryPointsAtWhatIsThere() {
        var document = wire.body(wire.get("/kakao/.well-known/openid-configuration", Map.of()));

        assertThat(document.get("issuer").asString()).isEqualTo("http://localhost/kakao");
        assertThat(document.get("authorization_endpoint").asString())
                .isEqualTo("http://localhost/kakao/oauth/authorize");
        assertThat(document.at("/code_challenge_methods_supported/0").asString())
                .isEqualTo("S256");
        assertThat(document.get("token_endpoint_auth_methods_supported").toString())
                .isEqualTo("[\"client_secret_post\"]");
    }

    static Arguments[] faults() {
        return new Arguments[] {
            Arguments.of("id-token-wrong-issuer", IncorrectClaimException.class),
            Arguments.of("id-token-wrong-audience", IncorrectClaimException.class),
            Arguments.of("id-token-wrong-nonce", IncorrectClaimException.class),
            Arguments.of("id-token-expired", ExpiredJwtException.class),
            Arguments.of("id-token-unsigned", UnsupportedJwtException.class),
            Arguments.of("id-token-foreign-key", SignatureException.class)
        };
    }

    @ParameterizedTest
    @MethodSource("faults")
    void anIdTokenCanBeMadeWrong(String knob, Class<? extends Exception> refusal) {
        wire.turn("kakao/people/서연", "{\"on\":[\"" + knob + "\"]}");

        var tokens = tokens();
        assertThatThrownBy(() -> reader.read(tokens)).isInstanceOf(refusal);
    }

    @Test
    void keysRotateAndTheOneBeforeStaysPublished() {
        var before = tokens();
        var kid = reader.read(before).getHeader().getKeyId();

        assertThat(wire.put("/knobs/kakao/signing-key", "")).hasStatus(204);

        assertThat(reader.read(tokens()).getHeader().getKeyId()).isNotEqualTo(kid);
        assertThat(reader.read(before).getHeader().getKeyId()).isEqualTo(kid);
        assertThat(wire.put("/knobs/kakao/signing-key", "")).hasStatus(204);
        assertThatThrownBy(() -> reader.read(before)).isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void publishedKeysArePublicOnly() {
        assertThat(Wire.text(wire.get("/kakao/.well-known/jwks.json", Map.of())))
                .contains("\"kty\":\"RSA\"", "\"use\":\"sig\"")
                .doesNotContain("\"d\":", "\"p\":");
    }

    private JsonNode tokens() {
        return client.tokensOf("서연", "scope", "openid,profile_nickname,account_email", "nonce", "n0nce");
    }
}
