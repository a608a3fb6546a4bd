package io.sarangbang.defaults.token;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.sarangbang.houserules.TokenClaims;
import java.security.Key;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Issues tokens as auth-service does, publishes its keys, and has the tests' time. */
public final class Issuer extends Clock implements KeySource {

    public static final TokenSettings SETTINGS = new TokenSettings(
            "sarangbang", "sarangbang-api", "auth-service", Duration.ofSeconds(10), Duration.ofSeconds(5));

    private final Map<String, KeyPair> keys = new HashMap<>();
    private Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private boolean down;
    private int fetches;

    public Issuer() {
        addKey("key-1");
    }

    public KeyPair addKey(String kid) {
        var pair = Jwts.SIG.ES256.keyPair().build();
        keys.put(kid, pair);
        return pair;
    }

    public void dropKey(String kid) {
        keys.remove(kid);
    }

    public KeyPair key(String kid) {
        return keys.get(kid);
    }

    public void goesDown() {
        down = true;
    }

    public void comesBack() {
        down = false;
    }

    public int fetches() {
        return fetches;
    }

    public void passes(Duration time) {
        now = now.plus(time);
    }

    public AccessTokens verifier() {
        return new AccessTokens(this, SETTINGS, this);
    }

    public String token() {
        return token("key-1");
    }

    public String token(String kid) {
        return sign(claims(kid), kid);
    }

    public String sign(JwtBuilder claims, String kid) {
        return claims.signWith(keys.get(kid).getPrivate(), Jwts.SIG.ES256).compact();
    }

    /** All that a token must have, for five minutes. */
    public JwtBuilder claims(String kid) {
        return TokenClaims.of(UUID.randomUUID(), kid, now);
    }

    @Override
    public Map<String, Key> fetch() {
        fetches++;
        if (down) {
            throw new KeysUnavailable("down, as the test wants", new IllegalStateException());
        }
        var published = new HashMap<String, Key>();
        keys.forEach((kid, pair) -> published.put(kid, pair.getPublic()));
        return published;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
