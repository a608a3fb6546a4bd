package io.sarangbang.auth.token;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.sarangbang.defaults.problem.ServiceUnavailable;
import io.sarangbang.defaults.token.AccessTokens;
import io.sarangbang.defaults.token.TokenSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs access tokens (RFC 9068) with the key of the day. */
@Component
public class Mint {

    private final KeyRing keys;
    private final TokenSettings names;
    private final SigningPolicy policy;
    private final Clock clock;

    Mint(KeyRing keys, TokenSettings names, SigningPolicy policy, Clock clock) {
        this.keys = keys;
        this.names = names;
        this.policy = policy;
        this.clock = clock;
    }

    /** How long after it was made a token may still be taken somewhere. */
    public Duration longestLife() {
        return policy.tokenLife().plus(names.clockSkew());
    }

    public MintedToken issue(Bearer bearer) {
        return issue(bearer, Instant.MAX);
    }

    /** @param end of the session or the API key, which no token outlives */
    public MintedToken issue(Bearer bearer, Instant end) {
        var now = clock.instant();
        var expiry = now.plus(policy.tokenLife());
        return issue(bearer, now, end.isBefore(expiry) ? end : expiry);
    }

    private MintedToken issue(Bearer bearer, Instant now, Instant expiry) {
        var key = keys.signer()
                .orElseThrow(() -> new ServiceUnavailable("signing-key", "No key to sign tokens with is in force."));
        var builder =
                claims(bearer, now, expiry).header().type(AccessTokens.TYPE).keyId(key.kid());
        return new MintedToken(
                builder.and().signWith(key.privateHalf(), Jwts.SIG.ES256).compact(),
                Duration.between(now, expiry),
                expiry.truncatedTo(ChronoUnit.SECONDS));
    }

    private JwtBuilder claims(Bearer bearer, Instant now, Instant expiry) {
        var builder = Jwts.builder()
                .issuer(names.issuer())
                .audience()
                .add(names.audience())
                .and()
                .subject(bearer.accountId().toString())
                .id(UUID.randomUUID().toString())
                .issuedAt(Date.from(now))
                .expiration(Date.from(expiry))
                .claim("sid", bearer.sessionId().toString())
                .claim("auth_time", bearer.authenticatedAt().getEpochSecond())
                .claim("client_id", bearer.clientId())
                .claim("scope", bearer.scope());
        addTold(builder, "provider", bearer.provider());
        addTold(builder, "nickname", bearer.nickname());
        addTold(builder, "picture", bearer.picture());
        return builder;
    }

    private static void addTold(JwtBuilder builder, String claim, @Nullable String value) {
        if (value != null) {
            builder.claim(claim, value);
        }
    }
}
