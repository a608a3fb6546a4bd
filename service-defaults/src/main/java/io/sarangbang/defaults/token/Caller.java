package io.sarangbang.defaults.token;

import java.security.Principal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a verified access token.
 *
 * @param accountId the token's {@code sub}
 * @param sessionId the token's {@code sid}: the sign-in that the token was made from, or the API key
 * @param authenticatedAt the token's {@code auth_time}: when a provider last vouched for the person in this session
 * @param clientId what asks in the person's name: {@code web} or {@code api-key}
 * @param scopes what the token is good for (RFC 9068 §2.2.3)
 * @param nickname the name that the sign-in provider knew, if it told
 * @param picture the address of a picture that the provider knew, if it told
 * @param expiresAt when the token ends
 * @param token the token itself, to be sent on to another service in this person's name
 */
public record Caller(
        UUID accountId,
        UUID sessionId,
        Instant authenticatedAt,
        String clientId,
        Set<String> scopes,
        @Nullable String nickname,
        @Nullable String picture,
        Instant expiresAt,
        String token)
        implements Principal {

    /** The scope of a person in a browser: everything that is theirs. */
    public static final String EVERYTHING = "account";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the token is good for what takes this scope. */
    public boolean may(String scope) {
        return scopes.contains(scope) || scopes.contains(EVERYTHING);
    }

    @Override
    public String getName() {
        return accountId.toString();
    }

    @Override
    public String toString() {
        return "Caller[" + accountId + "]";
    }
}
