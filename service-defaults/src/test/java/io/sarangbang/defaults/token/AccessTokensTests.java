package io.sarangbang.defaults.token;

import static io.sarangbang.defaults.token.Forgery.claims;
import static io.sarangbang.defaults.token.Forgery.encode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.JwtBuilder;
import io.sarangbang.defaults.token.KeySource.KeysUnavailable;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AccessTokensTests {

    private final Issuer issuer = new Issuer();
    private final AccessTokens tokens = issuer.verifier();

    @Test
    void aTokenTellsWhoIsCalling() throws BadToken {
        var account = UUID.randomUUID();
        var session = UUID.randomUUID();
        var token = issuer.sign(
                issuer.claims("key-1")
                        .subject(account.toString())
                        .claim("sid", session.toString())
                        .claim("nickname", "민지")
                        .claim("picture", "https://k.kakaocdn.net/p.jpg")
                        .claim("provider", "kakao"),
                "key-1");

        var caller = tokens.verify(token);

        assertThat(caller.accountId()).isEqualTo(account);
        assertThat(caller.sessionId()).isEqualTo(session);
        assertThat(caller.nickname()).isEqualTo("민지");
        assertThat(caller.picture()).isEqualTo("https://k.kakaocdn.net/p.jpg");
        assertThat(caller.token()).isEqualTo(token);
        assertThat(caller.expiresAt()).isEqualTo(issuer.instant().plus(Duration.ofMinutes(5)));
        assertThat(caller.toString()).doesNotContain(token, "민지");
    }

    @Nested
    class TheClaims {

        @Test
        void mustBeOfTheRightKind() {
            for (var typ : List.of("JWT", "seat+jwt", "refresh+jwt", "jwt", "")) {
                refused(signed(with(it -> it.header().type(typ).and())));
            }
            refused(Forgery.signed("{\"alg\":\"ES256\",\"kid\":\"key-1\"}", claims(issuer), issuer.key("key-1")));
        }

        @Test
        void mustBeOurs() {
            refused(signed(with(it -> it.issuer("https://evil.example"))));
            refused(signed(with(it -> it.issuer(null))));
        }

        @Test
        void mustBeForUs() {
            refused(signed(with(it -> it.audience().single("another-api"))));
            refused(signed(with(it -> it.claim("aud", null))));
        }

        @Test
        void mustNotHaveRunOut() throws BadToken {
            var token = issuer.token();
            issuer.passes(Duration.ofMinutes(5).plusSeconds(6));
            refused(token);
        }

        @Test
        void mayBeAFewSecondsLateForClocksDiffer() throws BadToken {
            var token = issuer.token();
            issuer.passes(Duration.ofMinutes(5).plusSeconds(3));
            assertThat(tokens.verify(token).token()).isEqualTo(token);
        }

        @Test
        void mustEndAtSomeTime() {
            refused(signed(with(it -> it.expiration(null))));
        }

        @Test
        void mustHaveBegun() {
            refused(signed(with(it -> it.notBefore(Date.from(issuer.instant().plusSeconds(30))))));
        }

        @Test
        void mustNameAnAccountAndASession() {
            refused(signed(with(it -> it.subject(null))));
            refused(signed(with(it -> it.subject("admin"))));
            refused(signed(with(it -> it.claim("sid", null))));
            refused(signed(with(it -> it.claim("sid", 42))));
            refused(signed(with(it -> it.claim("sid", "not-a-uuid"))));
            refused(signed(with(it -> it.claim("nickname", Map.of("a", 1)))));
        }

        @Test
        void mustBeTheOnesThatWereSigned() {
            var parts = issuer.token().split("\\.");
            refused(parts[0] + "." + encode(claims(issuer)) + "." + parts[2]);
            refused(encode("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"key-1\",\"x\":1}") + "." + parts[1] + "."
                    + parts[2]);
        }
    }

    @Nested
    class OnceVerified {

        @Test
        void isRememberedWithoutAskingAgain() throws BadToken {
            var token = issuer.token();
            assertThat(tokens.remembered(token)).isNull();

            var caller = tokens.verify(token);

            assertThat(tokens.remembered(token)).isSameAs(caller);
            assertThat(tokens.verify(token)).isSameAs(caller);
        }

        @Test
        void isForgottenWhenItRunsOut() throws BadToken {
            var token = issuer.token();
            tokens.verify(token);
            issuer.passes(Duration.ofMinutes(5).plusSeconds(6));

            assertThat(tokens.remembered(token)).isNull();
            refused(token);
        }

        @Test
        void vouchesForNoOther() throws BadToken {
            var token = issuer.token();
            tokens.verify(token);

            refused(token + "A");
            refused(token.substring(0, token.length() - 1));
            assertThat(tokens.remembered(token.toUpperCase())).isNull();
        }

        @Test
        void needsNoKeysWhileTheirSourceIsDown() throws BadToken {
            var token = issuer.token();
            tokens.verify(token);
            issuer.goesDown();

            assertThat(tokens.verify(token).token()).isEqualTo(token);
            assertThat(tokens.verify(issuer.token())).isNotNull();
        }
    }

    @Test
    void keysThatCanNotBeHadAreNotTheTokensFault() {
        issuer.goesDown();

        assertThatThrownBy(() -> tokens.verify(issuer.token())).isInstanceOf(KeysUnavailable.class);
    }

    @Test
    void aKnownTokenCostsNextToNothing() throws BadToken {
        var token = issuer.token();
        tokens.verify(token);
        for (int i = 0; i < 20_000; i++) {
            tokens.remembered(token);
        }
        var start = System.nanoTime();
        for (int i = 0; i < 20_000; i++) {
            tokens.remembered(token);
        }
        // Measured at about 1 µs; the bound only catches a check that verifies the signature again (300 µs).
        assertThat((System.nanoTime() - start) / 20_000).isLessThan(50_000);
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
