package io.sarangbang.auth.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in on its way, as the sealed cookie holds it.
 *
 * @param verifier the PKCE verifier, where the provider takes one
 * @param nonce what the ID token must repeat, where the provider makes one
 */
record PendingSignIn(
        String provider,
        String state,
        @Nullable String verifier,
        @Nullable String nonce,
        Intent intent,
        Instant expiresAt) {

    @Override
    public String toString() {
        return "PendingSignIn[" + provider + ", " + intent + "]";
    }
}
