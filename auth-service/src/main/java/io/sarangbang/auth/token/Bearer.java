package io.sarangbang.auth.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an access token will speak for.
 *
 * @param sessionId the session, or the API key
 * @param authenticatedAt when a provider last vouched for them
 * @param clientId {@code web} or {@code api-key}
 * @param scope what the token is good for, separated by spaces
 * @param provider who vouched, where it was one
 */
public record Bearer(
        UUID accountId,
        UUID sessionId,
        Instant authenticatedAt,
        String clientId,
        String scope,
        @Nullable String provider,
        @Nullable String nickname,
        @Nullable String picture) {}
