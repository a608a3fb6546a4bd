package io.sarangbang.defaults.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens as RFC 9068 §4 and RFC 8725 ask: ES256 alone, typed {@code at+jwt}, by issuer, audience and
 * time, with keys looked up by {@code kid} among those that auth-service publishes. A token once verified is remembered by
 * its hash until it expires, because the signature is the dear part.
 */
public final class AccessTokens {

    /** The {@code typ} header of access tokens (RFC 9068 §2.1). */
    public static final String TYPE = "at+jwt";

    /** No token of ours comes near; what is longer is not worth parsing. */
    private static final int MAX_LENGTH = 4096;

    private static final SignatureAlgorithm ALGORITHM = Jwts.SIG.ES256;

    private final PublishedKeys keys;
    private final JwtParser parser;
    private final Clock clock;
    private final Cache<String, Caller> verified;

    public AccessTokens(KeySource source, TokenSettings settings, Clock clock) {
        this.clock = clock;
        this.keys = new PublishedKeys(source, settings.refetchInterval(), clock);
        this.parser = Jwts.parser()
                .requireIssuer(settings.issuer())
                .requireAudience(settings.audience())
                .sig()
                .clear()
                .add(ALGORITHM)
                .and()
                .zip()
                .clear()
                .and()
                .json(new TokenJson())
                .clockSkewSeconds(settings.clockSkew().toSeconds())
                .clock(() -> Date.from(clock.instant()))
                .keyLocator(this::locate)
                .build();
        this.verified = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfter(Expiry.<String, Caller>creating(
                        (_, caller) -> java.time.Duration.between(clock.instant(), caller.expiresAt())))
                .build();
    }

    /** The caller where this token was verified before and still holds; never blocks. */
    public @Nullable Caller remembered(String token) {
        if (token.length() > MAX_LENGTH) {
            return null;
        }
        var caller = verified.getIfPresent(hash(token));
        return caller != null && caller.expiresAt().isAfter(clock.instant()) ? caller : null;
    }

    /**
     * The caller that the token speaks for. May block to fetch keys.
     *
     * @throws BadToken when the token does not hold
     * @throws KeySource.KeysUnavailable when the keys to check it can't be had
     */
    public Caller verify(String token) throws BadToken {
        var known = remembered(token);
        if (known != null) {
            return known;
        }
        if (token.length() > MAX_LENGTH) {
            throw new BadToken("too long");
        }
        var caller = parse(token);
        verified.put(hash(token), caller);
        return caller;
    }

    private Caller parse(String token) throws BadToken {
        try {
            var jws = parser.parseSignedClaims(token);
            if (!TYPE.equals(jws.getHeader().getType())) {
                throw new BadToken("not an access token");
            }
            return caller(jws.getPayload(), token);
        } catch (JwtException | IllegalArgumentException e) {
            throw new BadToken(e.getClass().getSimpleName());
        }
    }

    private static Caller caller(Claims claims, String token) throws BadToken {
        var subject = claims.getSubject();
        var session = claims.get("sid", String.class);
        var expiry = claims.getExpiration();
        var authenticated = claims.get("auth_time", Number.class);
        var client = claims.get("client_id", String.class);
        var scope = claims.get("scope", String.class);
        if (subject == null
                || session == null
                || expiry == null
                || authenticated == null
                || client == null
                || scope == null) {
            throw new BadToken("a claim is missing");
        }
        return new Caller(
                UUID.fromString(subject),
                UUID.fromString(session),
                Instant.ofEpochSecond(authenticated.longValue()),
                client,
                Set.of(scope.split(" ")),
                claims.get("nickname", String.class),
                claims.get("picture", String.class),
                expiry.toInstant(),
                token);
    }

    private @Nullable Key locate(Header header) {
        return header instanceof JwsHeader jws && jws.getKeyId() != null ? keys.find(jws.getKeyId()) : null;
    }

    private static String hash(String token) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
