package io.sarangbang.gateway.trust;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import io.sarangbang.gateway.stage.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.provider.Arguments;

/** Tokens by which somebody tries to be somebody else, each with what it tries. */
final class Forgeries {

    private Forgeries() {}

    static Stream<Arguments> all() {
        return Stream.of(algorithms(), keys(), claims(), forms()).flatMap(it -> it);
    }

    private static Stream<Arguments> algorithms() {
        var payload = Tokens.good().split("\\.")[1];
        var rsa = Jwts.SIG.RS256.keyPair().build();
        return Stream.of(
                Arguments.of("R-15 unsigned", Tokens.claims().compact()),
                Arguments.of("R-15 alg none", header("none", "") + "." + payload + "."),
                Arguments.of("R-15 alg nOnE with a signature", header("nOnE", "") + "." + payload + ".AAAA"),
                Arguments.of("R-15 no alg", encode("{\"typ\":\"at+jwt\"}") + "." + payload + ".AAAA"),
                Arguments.of(
                        "R-15 our public key as HMAC secret",
                        hmac(Tokens.KEYS.getPublic().getEncoded())),
                Arguments.of("R-15 our public key's text as HMAC secret", hmac(pem())),
                Arguments.of(
                        "R-15 RS256",
                        Tokens.claims()
                                .signWith(rsa.getPrivate(), Jwts.SIG.RS256)
                                .compact()));
    }

    private static Stream<Arguments> keys() {
        var stranger = Jwts.SIG.ES256.keyPair().build();
        var brought = Jwks.builder().key((ECPublicKey) stranger.getPublic()).build();
        return Stream.of(
                Arguments.of("R-20 a stranger's key under our key's name", by(stranger, it -> it)),
                Arguments.of(
                        "R-20 a stranger's key under a name of its own",
                        by(stranger, it -> it.header().keyId("stranger").and())),
                Arguments.of(
                        "R-20 a path as the key's name",
                        by(stranger, it -> it.header().keyId("../../dev/null").and())),
                Arguments.of(
                        "R-20 jku",
                        by(
                                stranger,
                                it -> it.header()
                                        .add("jku", "http://127.0.0.1:9/jwks")
                                        .and())),
                Arguments.of(
                        "R-20 x5u",
                        by(
                                stranger,
                                it -> it.header()
                                        .add("x5u", "http://127.0.0.1:9/x")
                                        .and())),
                Arguments.of(
                        "R-20 jwk",
                        by(stranger, it -> it.header().add("jwk", brought).and())));
    }

    private static Stream<Arguments> claims() {
        return Stream.of(
                Arguments.of("R-17 expired", Tokens.expired()),
                Arguments.of(
                        "R-17 not yet",
                        ours(it -> it.notBefore(Date.from(Instant.now().plusSeconds(60))))),
                Arguments.of("R-17 for others", ours(it -> it.audience().single("somebody-else"))),
                Arguments.of("R-17 for nobody", ours(it -> it.claim("aud", null))),
                Arguments.of("R-17 by others", ours(it -> it.issuer("somebody-else"))),
                Arguments.of("R-17 by nobody", ours(it -> it.issuer(null))),
                Arguments.of(
                        "R-18 of no type", ours(it -> it.header().type(null).and())),
                Arguments.of(
                        "R-18 of type JWT", ours(it -> it.header().type("JWT").and())),
                Arguments.of(
                        "R-18 a service's token",
                        ours(it -> it.header().type("service+jwt").and())),
                Arguments.of(
                        "R-18 a seat", ours(it -> it.header().type("seat+jwt").and())),
                Arguments.of("R-19 of no session", ours(it -> it.claim("sid", null))),
                Arguments.of("R-19 of a session that is none", ours(it -> it.claim("sid", "1"))),
                Arguments.of("R-19 without an end", ours(it -> it.expiration(null))),
                Arguments.of("R-19 of nobody", ours(it -> it.subject(null))),
                Arguments.of("R-19 of somebody who is none", ours(it -> it.subject("admin"))));
    }

    private static Stream<Arguments> forms() {
        var good = Tokens.good();
        var parts = good.split("\\.");
        var others = encode("{\"iss\":\"sarangbang\",\"aud\":[\"sarangbang-api\"],\"sub\":\"" + UUID.randomUUID()
                + "\",\"sid\":\"" + UUID.randomUUID() + "\",\"exp\":4102444800}");
        return Stream.of(
                Arguments.of("R-15 payload swapped", parts[0] + "." + others + "." + parts[2]),
                Arguments.of(
                        "R-15 another's signature",
                        parts[0] + "." + parts[1] + "." + Tokens.good().split("\\.")[2]),
                Arguments.of("R-15 a signature of zeros", parts[0] + "." + parts[1] + "." + encode("\0".repeat(64))),
                Arguments.of("R-15 cut short", good.substring(0, good.length() - 10)),
                Arguments.of("R-15 no signature", parts[0] + "." + parts[1]),
                Arguments.of("R-15 compressed", ours(it -> it.compressWith(Jwts.ZIP.DEF))),
                Arguments.of(
                        "R-15 a critical extension",
                        parts(Map.of("crit", "[\"exp2\"]", "exp2", "1"), parts[1], parts[2])),
                Arguments.of("R-15 longer than any of ours", ours(it -> it.claim("nickname", "n".repeat(8000)))),
                Arguments.of("nothing", ""),
                Arguments.of("dots", "..."),
                Arguments.of("an API key's beginning", "sbk_"));
    }

    private static String parts(Map<String, String> more, String payload, String signature) {
        var members = new StringBuilder();
        more.forEach((name, value) ->
                members.append(",\"").append(name).append("\":").append(value));
        return header("ES256", members.toString()) + "." + payload + "." + signature;
    }

    private static String header(String algorithm, String more) {
        return encode("{\"alg\":\"" + algorithm + "\",\"typ\":\"at+jwt\",\"kid\":\"" + Tokens.KID + "\"" + more + "}");
    }

    private static String by(java.security.KeyPair key, UnaryOperator<JwtBuilder> change) {
        return change.apply(Tokens.claims())
                .signWith(key.getPrivate(), Jwts.SIG.ES256)
                .compact();
    }

    private static String ours(UnaryOperator<JwtBuilder> change) {
        return by(Tokens.KEYS, change);
    }

    private static String hmac(byte[] secret) {
        return Tokens.claims()
                .signWith(new SecretKeySpec(secret, "HmacSHA256"), Jwts.SIG.HS256)
                .compact();
    }

    private static byte[] pem() {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(Tokens.KEYS.getPublic().getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
