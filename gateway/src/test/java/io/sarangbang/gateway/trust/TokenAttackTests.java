package io.sarangbang.gateway.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.jsonwebtoken.Jwts;
import io.sarangbang.gateway.stage.OnStage;
import io.sarangbang.gateway.stage.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that must not get anywhere; service-defaults has the full suite, this shows that the door uses it. */
class TokenAttackTests extends OnStage {

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aForgedTokenStopsAtTheDoor(String kind, String token) {
        var before = USERS.asked().size();

        assertThat(wire.get("/api/users/me", "Authorization: Bearer " + token).problem())
                .isEqualTo("/problems/not-signed-in 401");
        assertThat(wire.get("/api/users/me", "Cookie: sb_access=" + token).problem())
                .isEqualTo("/problems/not-signed-in 401");
        assertThat(USERS.asked()).hasSize(before);
    }

    @Test
    void aTokenOfAMegabyteIsRefusedAsAProblem() {
        assertThat(wire.get("/api/users/me", "Authorization: Bearer " + "a".repeat(1_000_000))
                        .problem())
                .isEqualTo("/problems/headers-too-large 431");
    }

    static Stream<Arguments> forgeries() {
        var good = Tokens.good();
        var parts = good.split("\\.");
        var stranger = Jwts.SIG.ES256.keyPair().build();
        return Stream.of(
                Arguments.of("unsigned", Tokens.claims().compact()),
                Arguments.of("alg none", encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "."),
                Arguments.of(
                        "our public key as HMAC secret",
                        Tokens.claims()
                                .signWith(
                                        new SecretKeySpec(
                                                Tokens.KEYS.getPublic().getEncoded(), "HmacSHA256"),
                                        Jwts.SIG.HS256)
                                .compact()),
                Arguments.of(
                        "a stranger's key",
                        Tokens.claims()
                                .signWith(stranger.getPrivate(), Jwts.SIG.ES256)
                                .compact()),
                Arguments.of(
                        "a stranger's key brought along",
                        Tokens.claims()
                                .header()
                                .add(Map.of("jku", "http://127.0.0.1:9/jwks", "x5u", "http://127.0.0.1:9/x"))
                                .and()
                                .signWith(stranger.getPrivate(), Jwts.SIG.ES256)
                                .compact()),
                Arguments.of(
                        "not yet",
                        signed(Tokens.claims().notBefore(Date.from(Instant.now().plusSeconds(60))))),
                Arguments.of("for others", signed(Tokens.claims().audience().single("somebody-else"))),
                Arguments.of("of others", signed(Tokens.claims().issuer("somebody-else"))),
                Arguments.of(
                        "of another kind",
                        signed(Tokens.claims().header().type("seat+jwt").and())),
                Arguments.of("cut short", good.substring(0, good.length() - 10)),
                Arguments.of("no signature", parts[0] + "." + parts[1]),
                Arguments.of("other claims", parts[0] + "." + encode("{\"sub\":\"admin\"}") + "." + parts[2]),
                Arguments.of("nothing", ""),
                Arguments.of("dots", "..."));
    }

    private static String signed(io.jsonwebtoken.JwtBuilder claims) {
        return claims.signWith(Tokens.KEYS.getPrivate(), Jwts.SIG.ES256).compact();
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
