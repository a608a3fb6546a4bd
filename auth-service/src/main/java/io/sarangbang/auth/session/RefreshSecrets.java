package io.sarangbang.auth.session;

import io.sarangbang.auth.secret.AuthSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Makes refresh tokens of 256 bits. The first of a session is random; each successor follows from its predecessor, a salt in
 * the database and a key outside it. So of two tabs that refresh at once both get the same successor although only hashes are
 * stored, and neither the database nor the key alone tells anybody a token.
 */
@Component
class RefreshSecrets {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    RefreshSecrets(AuthSecret secret) {
        this.key = secret.key("refresh successors", "HmacSHA256");
    }

    boolean isPlausible(String token) {
        return SHAPE.matcher(token).matches();
    }

    String first() {
        return TEXT.encodeToString(bytes(32));
    }

    byte[] salt() {
        return bytes(16);
    }

    String successor(String token, byte[] salt) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(salt);
            return TEXT.encodeToString(mac.doFinal(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
