package io.sarangbang.users;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.sarangbang.houserules.TokenClaims;
import java.security.KeyPair;
import java.time.Instant;
import java.util.UUID;

/** Makes access tokens as auth-service does. */
public final class TokenMint {

    static final String KEY_ID = "k1";
    static final KeyPair KEYS = Jwts.SIG.ES256.keyPair().build();

    private TokenMint() {}

    /** Everything but the signature. */
    static JwtBuilder token(UUID account) {
        return TokenClaims.of(account, KEY_ID, Instant.now());
    }

    static String signed(JwtBuilder token) {
        return token.signWith(KEYS.getPrivate(), Jwts.SIG.ES256).compact();
    }
}
