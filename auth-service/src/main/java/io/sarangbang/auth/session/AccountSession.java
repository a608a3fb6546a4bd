package io.sarangbang.auth.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner's export shows it.
 *
 * @param expiresAt its absolute end
 * @param endedAt when it was ended before its time, where it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountSession(
        UUID id,
        String device,
        @Nullable String network,
        @Nullable String provider,
        Instant createdAt,
        Instant authenticatedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable Ending endedWhy) {}
