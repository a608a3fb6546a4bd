package io.sarangbang.standin.signing;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.sarangbang.standin.knobs.Knob;
import io.sarangbang.standin.knobs.Knobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ID tokens of one provider, with the faults that the knobs ask for. */
public final class IdTokens {

    private final SigningKeys keys;
    private final Duration lifetime;
    private final Clock clock;

    public IdTokens(SigningKeys keys, Duration lifetime, Clock clock) {
        this.keys = keys;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** What one ID token says; {@code personal} holds nickname, picture and the like. */
    public record Statement(
            String issuer,
            String audience,
            String subject,
            Instant signedInAt,
            @Nullable String nonce,
            Map<String, Object> personal) {}

    public String sign(Statement statement, Knobs knobs) {
        var token = Jwts.builder()
                .header()
                .type("JWT")
                .and()
                .claims(claims(statement, knobs))
                .issuedAt(Date.from(clock.instant()))
                .expiration(Date.from(expiry(knobs)));
        return knobs.has(Knob.ID_TOKEN_UNSIGNED) ? token.compact() : signed(token, knobs);
    }

    private String signed(JwtBuilder token, Knobs knobs) {
        var published = keys.current();
        var key = knobs.has(Knob.ID_TOKEN_FOREIGN_KEY) ? SigningKeys.Key.fresh() : published;
        // The foreign key borrows the published kid: a client that trusts the kid alone would be taken in.
        return token.header()
                .keyId(published.id())
                .and()
                .signWith(key.pair().getPrivate(), Jwts.SIG.RS256)
                .compact();
    }

    private Instant expiry(Knobs knobs) {
        return knobs.has(Knob.ID_TOKEN_EXPIRED)
                ? clock.instant().minus(Duration.ofHours(1))
                : clock.instant().plus(lifetime);
    }

    private static Map<String, Object> claims(Statement said, Knobs knobs) {
        var claims = new LinkedHashMap<String, Object>(said.personal());
        claims.put("iss", knobs.has(Knob.ID_TOKEN_WRONG_ISSUER) ? "https://issuer.invalid" : said.issuer());
        // A string, not jjwt's list of one: the providers write it so.
        claims.put("aud", knobs.has(Knob.ID_TOKEN_WRONG_AUDIENCE) ? "another-client" : said.audience());
        claims.put("sub", knobs.has(Knob.ID_TOKEN_WRONG_SUBJECT) ? "1" + said.subject() : said.subject());
        claims.put("auth_time", provenAt(said, knobs).getEpochSecond());
        var nonce = knobs.has(Knob.ID_TOKEN_WRONG_NONCE) ? "not-the-nonce" : said.nonce();
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        return claims;
    }

    private static Instant provenAt(Statement said, Knobs knobs) {
        return knobs.has(Knob.ID_TOKEN_OLD_SIGN_IN) ? said.signedInAt().minus(Duration.ofHours(1)) : said.signedInAt();
    }
}
