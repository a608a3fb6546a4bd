package io.sarangbang.users;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import io.sarangbang.houserules.TokenClaims;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.UUID;

/** Makes access tokens as auth-service does. */
public final class TokenMint {

    static final String KEY_ID = "k1";
    static final KeyPair KEYS = Jwts.SIG.ES256.keyPair().build();

    private TokenMint() {}

    /** Somebody's who signed in just now. */
    public static String fresh(UUID account) {
        return signed(token(account));
    }

    /** Everything but the signature. */
    static JwtBuilder token(UUID account) {
        return TokenClaims.of(account, KEY_ID, Instant.now());
    }

    static String signed(JwtBuilder token) {
        return token.signWith(KEYS.getPrivate(), Jwts.SIG.ES256).compact();
    }

    /** The key that verifies them, as auth-service publishes it. */
    static String published() {
        var key = Jwks.builder().key((ECPublicKey) KEYS.getPublic()).id(KEY_ID).build();
        return "{\"keys\":[%s]}".formatted(Jwks.json(key));
    }
}
