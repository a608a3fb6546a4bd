package io.sarangbang.standin;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Verifies an ID token as OpenID Connect Core §3.1.3.7 asks a client to. */
public record OpenIdReader(Wire wire, Clock clock, String keysPath, String issuer, String audience) {

    public Jws<Claims> read(JsonNode tokens) {
        var keys = Jwks.setParser().build().parse(Wire.text(wire.get(keysPath, Map.of())));
        return Jwts.parser()
                .keyLocator(header -> keys.getKeys().stream()
                        .filter(it -> it.getId().equals(header.get("kid")))
                        .findFirst()
                        .orElseThrow()
                        .toKey())
                .clock(() -> Date.from(clock.instant()))
                .requireIssuer(issuer)
                .requireAudience(audience)
                .require("nonce", "n0nce")
                .build()
                .parseSignedClaims(tokens.get("id_token").asString());
    }
}
