package io.sarangbang.auth.signin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a pending sign-in is for.
 *
 * @param replaces the refresh token this browser holds, whose session ends with the sign-in: the callback comes from another
 *     site, so that cookie does not come along then
 * @param asker the session that asked, where one did; what comes back counts for that session only
 */
record Intent(
        Purpose purpose,
        String returnTo,
        @Nullable String replaces,
        @Nullable UUID asker) {

    static Intent toSignIn(String returnTo, @Nullable String replaces) {
        return new Intent(Purpose.SIGN_IN, returnTo, replaces, null);
    }

    static Intent of(Purpose purpose, String returnTo, UUID asker) {
        return new Intent(purpose, returnTo, null, asker);
    }

    @Override
    public String toString() {
        return "Intent[" + purpose + "]";
    }
}
