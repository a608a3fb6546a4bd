package io.sarangbang.standin.naver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.JwtException;
import io.sarangbang.standin.MovableClock;
import io.sarangbang.standin.OpenIdReader;
import io.sarangbang.standin.StandInTest;
import io.sarangbang.standin.Wire;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@StandInTest
class NaverOpenIdTests {

    private final Wire wire;
    private final NaverTestClient client;
    private final OpenIdReader reader;

    @Autowired
    NaverOpenIdTests(Wire wire, MovableClock clock) {
        this.wire = wire;
        this.client = new NaverTestClient(wire);
        this.reader = new OpenIdReader(wire, clock, "/naver/oauth2/jwks", "http://localhost/naver", "naver-id");
    }

    @AfterEach
    void resetKnobs() {
        wire.resetKnobs();
    }

    @Test
    void openidBringsAnIdTokenThatHolds() {
        var tokens = wire.body(client.post(
                NaverTestClient.NEW,
                NaverTestClient.codeForm(openIdCode(), "code_verifier", NaverTestClient.VERIFIER)));

        assertThat(reader.read(tokens).getPayload().getSubject())
                .isEqualTo(wire.body(client.me(tokens)).at("/response/id").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong-issuer", "wrong-audience", "wrong-nonce", "expired", "unsigned", "foreign-key"})
    void anIdTokenCanBeMadeWrong(String fault) {
        wire.turn("naver", "{\"on\":[\"id-token-" + fault + "\"]}");
        var tokens = wire.body(client.post(
                NaverTestClient.NEW,
                NaverTestClient.codeForm(openIdCode(), "code_verifier", NaverTestClient.VERIFIER)));

        assertThatThrownBy(() -> reader.read(tokens)).isInstanceOf(JwtException.class);
    }

    @Test
    void aWrongClientIsRefusedWith401() {
        assertThat(client.post(NaverTestClient.NEW, NaverTestClient.codeForm(openIdCode(), "client_secret", "wrong")))
                .hasStatus(401)
                .bodyText()
                .contains("invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "wrong", NaverTestClient.CHALLENGE})
    void theVerifierHasToMatch(String verifier) {
        assertThat(client.post(NaverTestClient.NEW, NaverTestClient.codeForm(openIdCode(), "code_verifier", verifier)))
                .hasStatus(400)
                .bodyText()
                .contains("invalid_grant");
    }

    @Test
    void thereIsNoRefresh() {
        assertThat(client.post(NaverTestClient.NEW, NaverTestClient.form("refresh_token", "refresh_token", "x")))
                .hasStatus(400)
                .bodyText()
                .contains("unsupported_grant_type");
    }

    @Test
    void discoveryPointsAtThisStack() {
        var document = wire.body(wire.get("/naver/.well-known/openid-configuration", Map.of()));

        assertThat(NaverTestClient.text(document, "token_endpoint")).isEqualTo("http://localhost/naver/oauth2/token");
        assertThat(document.at("/subject_types_supported/0").asString()).isEqualTo("pairwise");
    }

    @Test
    void keysRotate() {
        var before = Wire.text(wire.get("/naver/oauth2/jwks", Map.of()));
        assertThat(wire.put("/knobs/naver/signing-key", "")).hasStatus(204);

        assertThat(Wire.text(wire.get("/naver/oauth2/jwks", Map.of()))).isNotEqualTo(before);
    }

    private String openIdCode() {
        var back = client.submits(
                NaverTestClient.NEW,
                "name",
                "도윤",
                "decision",
                "consent",
                "scope",
                "openid profile",
                "nonce",
                "n0nce",
                "code_challenge",
                NaverTestClient.CHALLENGE,
                "code_challenge_method",
                "S256");
        return Wire.redirected(back).get("code");
    }
}
