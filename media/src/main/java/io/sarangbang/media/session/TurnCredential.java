package io.sarangbang.media.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A temporary TURN login, of the kind coturn checks with {@code use-auth-secret}. */
record TurnCredential(String username, String password) {

    private static final Duration LIFETIME = Duration.ofHours(24);

    static TurnCredential mint(String secret, Instant now) {
        var username = now.plus(LIFETIME).getEpochSecond() + ":" + Identifiers.random(8);
        return new TurnCredential(username, sign(secret, username));
    }

    static String sign(String secret, String username) {
        try {
            var mac = Mac.getInstance("HmacSHA1"); // what coturn computes; the TURN REST convention knows no other
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA1", e);
        }
    }
}
