package io.sarangbang.users;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Makes access tokens as auth-service does. */
public final class TokenMint {

    static final String KEY_ID = "k1";
    static final KeyPair KEYS = Jwts.SIG.ES256.keyPair().build();

    private TokenMint() {}

    /** Everything but the signature. */
    static JwtBuilder token(UUID account) {
        return Jwts.builder()
                .header()
                .keyId(KEY_ID)
                .type("at+jwt")
                .and()
                .issuer("sarangbang")
                .audience()
                .add("sarangbang-api")
                .and()
                .subject(account.toString())
                .id(UUID.randomUUID().toString())
                .claim("sid", UUID.randomUUID().toString())
                .claim("client_id", "web")
                .issuedAt(Date.from(Instant.now()))
                .expiration(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
    }

    static String signed(JwtBuilder token) {
        return token.signWith(KEYS.getPrivate(), Jwts.SIG.ES256).compact();
    }
}
