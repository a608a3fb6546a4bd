package io.sarangbang.defaults.service;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.MacAlgorithm;
import io.sarangbang.defaults.token.BadToken;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * Tokens that services show each other: HS256 with a key that only they have, for one called service and one minute, and
 * typed apart from access tokens, so that neither passes for the other (RFC 8725 §3.9, §3.11).
 */
public final class ServiceCredentials {

    private static final String TYPE = "service+jwt";
    private static final MacAlgorithm ALGORITHM = Jwts.SIG.HS256;
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int LONGEST = 1024;

    private final String name;
    private final Clock clock;
    private final SecretKey key;
    private final JwtParser parser;

    /** @param name of this service: whom its tokens come from, and for whom those it takes must be */
    public ServiceCredentials(String name, ServiceSettings settings, Clock clock) {
        this.name = name;
        this.clock = clock;
        this.key = settings.strong().key("service tokens", "HmacSHA256");
        this.parser = Jwts.parser()
                .requireAudience(name)
                .sig()
                .clear()
                .add(ALGORITHM)
                .and()
                .zip()
                .clear()
                .and()
                .clockSkewSeconds(SKEW.toSeconds())
                .clock(() -> Date.from(clock.instant()))
                .verifyWith(key)
                .build();
    }

    /** A token for a call of this service to another. */
    public String issue(String audience) {
        var now = clock.instant();
        return Jwts.builder()
                .header()
                .type(TYPE)
                .and()
                .issuer(name)
                .audience()
                .add(audience)
                .and()
                .id(UUID.randomUUID().toString())
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(LIFE)))
                .signWith(key, ALGORITHM)
                .compact();
    }

    /**
     * The service that calls with this token.
     *
     * @throws BadToken when it does not hold, or is meant for another service
     */
    public String verify(String token) throws BadToken {
        if (token.length() > LONGEST) {
            throw new BadToken("too long");
        }
        try {
            var jws = parser.parseSignedClaims(token);
            var claims = jws.getPayload();
            if (!TYPE.equals(jws.getHeader().getType())
                    || claims.getIssuer() == null
                    || claims.getExpiration() == null) {
                throw new BadToken("not a service token");
            }
            return claims.getIssuer();
        } catch (JwtException | IllegalArgumentException e) {
            throw new BadToken(e.getClass().getSimpleName());
        }
    }
}
