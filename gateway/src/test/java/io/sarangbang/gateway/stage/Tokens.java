package io.sarangbang.gateway.stage;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.sarangbang.houserules.TokenClaims;
import java.security.Key;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** Access tokens as auth-service makes them, and their key. */
public final class Tokens {

    public static final KeyPair KEYS = Jwts.SIG.ES256.keyPair().build();
    public static final String KID = "stage-key";

    private Tokens() {}

    public static Map<String, Key> published() {
        return Map.of(KID, KEYS.getPublic());
    }

    /** A token that holds; each is another. */
    public static String good() {
        return claims().signWith(KEYS.getPrivate(), Jwts.SIG.ES256).compact();
    }

    /** One that held until a moment ago. */
    public static String expired() {
        return claims().expiration(Date.from(Instant.now().minusSeconds(60)))
                .signWith(KEYS.getPrivate(), Jwts.SIG.ES256)
                .compact();
    }

    public static JwtBuilder claims() {
        return TokenClaims.of(UUID.randomUUID(), KID, Instant.now());
    }
}
