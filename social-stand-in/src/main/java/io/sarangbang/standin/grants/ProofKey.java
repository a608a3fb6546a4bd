package io.sarangbang.standin.grants;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** PKCE (RFC 7636), S256 alone. */
public final class ProofKey {

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private ProofKey() {}

    /** Whether an authorization request may go on: without a challenge, or with a proper one. */
    public static boolean acceptable(@Nullable String challenge, @Nullable String method) {
        return challenge == null
                ? method == null
                : "S256".equals(method) && CHALLENGE.matcher(challenge).matches();
    }

    /** Whether the verifier belongs to the challenge; a verifier without a challenge is a downgrade (RFC 9700 §4.8). */
    public static boolean proves(@Nullable String challenge, @Nullable String verifier) {
        if (challenge == null || verifier == null) {
            return challenge == null && verifier == null;
        }
        return VERIFIER.matcher(verifier).matches() && challenge.equals(challengeOf(verifier));
    }

    private static String challengeOf(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
