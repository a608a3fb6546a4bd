package io.sarangbang.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service checks tokens itself and trusts nobody who came past the gateway. */
class TokenAttackTests extends UserServiceTest {

    private static final UUID VICTIM = UUID.fromString("019a9f5e-0000-7000-8000-0000000000aa");

    @Test
    void anHonestTokenIsTaken() {
        bearing(TokenMint.signed(token())).looksAtThemselves().is(200);
    }

    static Stream<Arguments> forgeries() {
        var honest = TokenMint.signed(token());
        var parts = honest.split("\\.");
        var publicKey = TokenMint.KEYS.getPublic().getEncoded();
        var foreign = Jwts.SIG.ES256.keyPair().build().getPrivate();
        return Stream.of(
                Arguments.of("algorithm none", token().compact()),
                Arguments.of("algorithm none, signature kept", header("{\"alg\":\"none\",\"typ\":\"at+jwt\"}", honest)),
                Arguments.of(
                        "header changed to HS256",
                        header("{\"alg\":\"HS256\",\"kid\":\"k1\",\"typ\":\"at+jwt\"}", honest)),
                Arguments.of("HS256 with the public key as secret", hmac(publicKey)),
                Arguments.of("HS256 with the public key's text as secret", hmac(pem(publicKey))),
                Arguments.of("RS256", rsa()),
                Arguments.of(
                        "another key under our kid",
                        token().signWith(foreign, Jwts.SIG.ES256).compact()),
                Arguments.of(
                        "a foreign kid", signed(token().header().keyId("k2").and())),
                Arguments.of(
                        "a kid that is a path",
                        signed(token().header().keyId("../../k1").and())),
                Arguments.of(
                        "a kid that is SQL",
                        signed(token().header().keyId("k1' or '1'='1").and())),
                Arguments.of("no kid", unnamed()),
                Arguments.of("a key of its own along", ownKey(foreign)),
                Arguments.of("a place for keys along", jku(foreign)),
                Arguments.of("expired", signed(token().expiration(ago(Duration.ofSeconds(10))))),
                Arguments.of("never expiring", signed(token().expiration(null))),
                Arguments.of("not yet valid", signed(token().notBefore(ago(Duration.ofMinutes(-5))))),
                Arguments.of("another audience", signed(token().audience().single("another-api"))),
                Arguments.of("another issuer", signed(token().issuer("https://evil.example"))),
                Arguments.of("no issuer", signed(token().issuer(null))),
                Arguments.of(
                        "a seat token", signed(token().header().type("seat+jwt").and())),
                Arguments.of("a plain JWT", signed(token().header().type("JWT").and())),
                Arguments.of("no type", signed(token().header().type(null).and())),
                Arguments.of("no subject", signed(token().subject(null))),
                Arguments.of("a subject that is no account", signed(token().subject("admin"))),
                Arguments.of("no session", signed(token().claim("sid", null))),
                Arguments.of("a session that is no id", signed(token().claim("sid", "1"))),
                Arguments.of("a session that is a number", signed(token().claim("sid", 1))),
                Arguments.of("a nickname that is a number", signed(token().claim("nickname", 1))),
                Arguments.of("cut in the signature", honest.substring(0, honest.length() - 5)),
                Arguments.of("without signature", parts[0] + "." + parts[1] + "."),
                Arguments.of("two parts", parts[0] + "." + parts[1]),
                Arguments.of("payload of another", parts[0] + "." + payloadOfAnother() + "." + parts[2]),
                Arguments.of("a zero signature", parts[0] + "." + parts[1] + "." + base64(new byte[64])),
                Arguments.of("a megabyte", "a".repeat(1_000_000)),
                Arguments.of("a megabyte of claims", signed(token().claim("x", "y".repeat(1_000_000)))),
                Arguments.of("many dots", ".".repeat(2_000)),
                Arguments.of("nothing", ""),
                Arguments.of("no base64", "§.§.§"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aTokenThatDoesNotHoldIsRefused(String name, String token) {
        var answer = bearing(token).looksAtThemselves().isProblem(401, "not-signed-in");

        assertThat(answer.raw().getResponse().getHeader("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.body().toString()).doesNotContain("Exception", "jsonwebtoken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Account-Id", "X-User-Id", "X-Forwarded-User", "Cookie"})
    void noHeaderStandsInForAToken(String header) {
        assertThat(mvc.get().uri("/api/users/me").header(header, "sb_access=" + VICTIM))
                .hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer", "bearer", "Token x", "Negotiate x"})
    void anotherSchemeIsNoToken(String authorization) {
        assertThat(mvc.get().uri("/api/users/me").header("Authorization", authorization))
                .hasStatus(401);
    }

    @Test
    void aTokenInTheAddressIsNoToken() {
        assertThat(mvc.get().uri("/api/users/me?access_token=" + TokenMint.signed(token())))
                .hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/internal/anything", "/", "/api/users/x"})
    void nothingElseIsOpen(String path) {
        nobody().send(org.springframework.http.HttpMethod.GET, path, null).isProblem(401, "not-signed-in");
    }

    @Test
    void healthIsOpen() {
        assertThat(mvc.get().uri("/actuator/health")).hasStatusOk();
    }

    private static JwtBuilder token() {
        return TokenMint.token(VICTIM);
    }

    private static String signed(JwtBuilder token) {
        return TokenMint.signed(token);
    }

    private static String hmac(byte[] secret) {
        return token().signWith(io.jsonwebtoken.security.Keys.hmacShaKeyFor(secret), Jwts.SIG.HS256)
                .compact();
    }

    private static byte[] pem(byte[] key) {
        var text = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PUBLIC KEY-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String rsa() {
        return token().signWith(Jwts.SIG.RS256.keyPair().build().getPrivate(), Jwts.SIG.RS256)
                .compact();
    }

    private static String unnamed() {
        return signed(token().header().keyId(null).and());
    }

    private static String ownKey(java.security.PrivateKey foreign) {
        var jwk = "{\"kty\":\"EC\",\"crv\":\"P-256\"}";
        return token().header()
                .add("x5u", "https://evil.example/x")
                .add("own", jwk)
                .and()
                .signWith(foreign, Jwts.SIG.ES256)
                .compact();
    }

    private static String jku(java.security.PrivateKey foreign) {
        return token().header()
                .add("jku", "https://evil.example/jwks.json")
                .and()
                .signWith(foreign, Jwts.SIG.ES256)
                .compact();
    }

    private static String header(String header, String token) {
        return base64(header.getBytes(StandardCharsets.UTF_8)) + token.substring(token.indexOf('.'));
    }

    private static String payloadOfAnother() {
        return TokenMint.signed(TokenMint.token(UUID.randomUUID())).split("\\.")[1];
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Date ago(Duration time) {
        return Date.from(Instant.now().minus(time));
    }
}
