package io.sarangbang.defaults.token;

import static io.sarangbang.defaults.token.Forgery.claims;
import static io.sarangbang.defaults.token.Forgery.encode;
import static io.sarangbang.defaults.token.Forgery.unsigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens by which somebody tries to be somebody else (RFC 8725 §2). */
class TokenForgeryTests {

    private final Issuer issuer = new Issuer();
    private final AccessTokens tokens = issuer.verifier();

    /** Else whatever is refused below might be refused for another reason. */
    @Test
    void whatIsForgedHereWouldHoldIfNothingElseWereWrong() throws BadToken {
        var header = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"key-1\"}";
        assertThat(tokens.verify(Forgery.signed(header, claims(issuer), issuer.key("key-1"))))
                .isNotNull();
    }

    @Nested
    class TheAlgorithm {

        @Test
        void mustNotBeNone() {
            refused(issuer.claims("key-1").compact());
            refused(unsigned("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"key-1\"}", claims(issuer), ""));
            refused(unsigned("{\"alg\":\"NoNe\",\"typ\":\"at+jwt\",\"kid\":\"key-1\"}", claims(issuer), "AAAA"));
            refused(unsigned("{\"typ\":\"at+jwt\",\"kid\":\"key-1\"}", claims(issuer), "AAAA"));
        }

        @Test
        void mustNotTurnOurPublicKeyIntoASecret() {
            var secret = new SecretKeySpec(issuer.key("key-1").getPublic().getEncoded(), "HmacSHA256");
            refused(issuer.claims("key-1").signWith(secret, Jwts.SIG.HS256).compact());
        }

        @Test
        void mustBeTheOneWeSignWith() {
            var rsa = Jwts.SIG.RS256.keyPair().build();
            refused(issuer.claims("key-1")
                    .signWith(rsa.getPrivate(), Jwts.SIG.RS256)
                    .compact());
            var p384 = Jwts.SIG.ES384.keyPair().build();
            refused(issuer.claims("key-1")
                    .signWith(p384.getPrivate(), Jwts.SIG.ES384)
                    .compact());
            var edwards = Jwts.SIG.EdDSA.keyPair().build();
            refused(issuer.claims("key-1")
                    .signWith(edwards.getPrivate(), Jwts.SIG.EdDSA)
                    .compact());
        }

        @Test
        void mustNotBeEncryption() {
            var password = Jwts.ENC.A256GCM.key().build();
            refused(Jwts.builder()
                    .subject("x")
                    .encryptWith(password, Jwts.ENC.A256GCM)
                    .compact());
        }
    }

    @Nested
    class TheKey {

        @Test
        void mustBeOneThatIsPublished() {
            var stranger = Jwts.SIG.ES256.keyPair().build();
            refused(issuer.claims("key-1")
                    .signWith(stranger.getPrivate(), Jwts.SIG.ES256)
                    .compact());
            refused(issuer.claims("foreign")
                    .signWith(stranger.getPrivate(), Jwts.SIG.ES256)
                    .compact());
        }

        @ParameterizedTest
        @ValueSource(strings = {"../../etc/passwd", "' OR 1=1 --", "http://127.0.0.1:9/jwks.json", "", " "})
        void isOnlyEverLookedUp(String kid) {
            var stranger = Jwts.SIG.ES256.keyPair().build();
            refused(Forgery.signed(
                    "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\"}", claims(issuer), stranger));
        }

        @Test
        void mustBeNamed() {
            refused(Forgery.signed("{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}", claims(issuer), issuer.key("key-1")));
        }

        @Test
        void isNeverTakenFromTheTokenItself() {
            var stranger = Jwts.SIG.ES256.keyPair().build();
            var jwk = Jwks.builder()
                    .key((java.security.interfaces.ECPublicKey) stranger.getPublic())
                    .build();
            refused(with(header -> header.header()
                            .add(Map.of("jku", "http://127.0.0.1:9/keys", "x5u", "http://127.0.0.1:9/cert"))
                            .and())
                    .signWith(stranger.getPrivate(), Jwts.SIG.ES256)
                    .compact());
            refused(with(header -> header.header().add("jwk", jwk).and())
                    .signWith(stranger.getPrivate(), Jwts.SIG.ES256)
                    .compact());
        }
    }

    @Nested
    class TheForm {

        @Test
        void cutShortDoesNotHold() {
            var token = issuer.token();
            for (int length = 0; length < token.length(); length += 7) {
                refused(token.substring(0, length));
            }
        }

        @Test
        void changedInOneCharacterDoesNotHold() {
            var token = issuer.token();
            for (int at = 0; at < token.length() - 2; at += 11) {
                var other = token.charAt(at) == 'A' ? 'B' : 'A';
                refused(token.substring(0, at) + other + token.substring(at + 1));
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", " ", ".", "..", "...", "....", "a.b.c", "null", "{}", "e30.e30.", "\u0000", "가나다.라.마"})
        void ofNothingDoesNotHold(String token) {
            refused(token);
        }

        @Test
        void ofAMegabyteIsNotEvenParsed() {
            refused("a".repeat(1_000_000));
            refused(issuer.token() + "a".repeat(1_000_000));
            assertThat(issuer.fetches()).isZero();
        }

        @Test
        void nestedDeeplyDoesNotBringTheServiceDown() {
            refused(encode("[".repeat(2500)) + "." + encode(claims(issuer)) + ".AAAA");
            refused(encode("{\"a\":".repeat(500)) + "." + encode(claims(issuer)) + ".AAAA");
        }

        @Test
        void withCriticalExtensionsIsRefused() {
            refused(Forgery.signed(
                    "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"key-1\",\"crit\":[\"exp2\"],\"exp2\":1}",
                    claims(issuer),
                    issuer.key("key-1")));
        }

        @Test
        void thatSaysSomethingTwiceIsRefused() {
            var header = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"key-1\"}";
            var claims = claims(issuer);
            refused(Forgery.signed("{\"alg\":\"none\"," + header.substring(1), claims, issuer.key("key-1")));
            refused(Forgery.signed(header, "{\"sub\":\"x\"," + claims.substring(1), issuer.key("key-1")));
        }

        @Test
        void compressedIsRefused() {
            refused(signed(issuer.claims("key-1").compressWith(Jwts.ZIP.DEF)));
        }

        @Test
        void ofZerosAsSignatureDoesNotHold() {
            // CVE-2022-21449: a signature of zeros once held for every message.
            var parts = issuer.token().split("\\.");
            refused(parts[0] + "." + parts[1] + "." + encode(new byte[64]));
        }
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(BadToken.class);
        assertThat(tokens.remembered(token)).isNull();
    }

    private JwtBuilder with(UnaryOperator<JwtBuilder> change) {
        return change.apply(issuer.claims("key-1"));
    }

    private String signed(JwtBuilder claims) {
        return issuer.sign(claims, "key-1");
    }
}
