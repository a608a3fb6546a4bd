package io.sarangbang.houserules;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Access tokens as auth-service makes them, for the tests of whoever takes them. */
public final class TokenClaims {

    private TokenClaims() {}

    /** All that a token must have, for five minutes; only the signature is missing. */
    public static JwtBuilder of(UUID account, String keyId, Instant now) {
        return Jwts.builder()
                .header()
                .type("at+jwt")
                .keyId(keyId)
                .and()
                .issuer("sarangbang")
                .audience()
                .add("sarangbang-api")
                .and()
                .subject(account.toString())
                .claim("sid", UUID.randomUUID().toString())
                .claim("client_id", "web")
                .claim("scope", "account")
                .claim("auth_time", now.getEpochSecond())
                .id(UUID.randomUUID().toString())
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(Duration.ofMinutes(5))));
    }
}
