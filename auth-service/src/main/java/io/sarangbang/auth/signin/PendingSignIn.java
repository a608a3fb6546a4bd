package io.sarangbang.auth.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in on its way, as the sealed cookie holds it.
 *
 * @param verifier the PKCE verifier, where the provider takes one
 * @param replaces the refresh token this browser holds, whose session ends with the sign-in: the callback comes from another
 *     site, so that cookie does not come along then
 */
record PendingSignIn(
        String provider,
        String state,
        @Nullable String verifier,
        String returnTo,
        @Nullable String replaces,
        Instant expiresAt) {

    @Override
    public String toString() {
        return "PendingSignIn[" + provider + "]";
    }
}
