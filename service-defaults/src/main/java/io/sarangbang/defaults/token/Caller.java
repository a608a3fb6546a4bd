package io.sarangbang.defaults.token;

import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a verified access token.
 *
 * @param accountId the token's {@code sub}
 * @param sessionId the token's {@code sid}: the sign-in that the token was made from
 * @param nickname the name that the sign-in provider knew, if it told
 * @param picture the address of a picture that the provider knew, if it told
 * @param expiresAt when the token ends
 * @param token the token itself, to be sent on to another service in this person's name
 */
public record Caller(
        UUID accountId,
        UUID sessionId,
        @Nullable String nickname,
        @Nullable String picture,
        Instant expiresAt,
        String token)
        implements Principal {

    @Override
    public String getName() {
        return accountId.toString();
    }

    @Override
    public String toString() {
        return "Caller[" + accountId + "]";
    }
}
