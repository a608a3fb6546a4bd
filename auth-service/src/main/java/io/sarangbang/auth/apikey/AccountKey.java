package io.sarangbang.auth.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key as its owner's export shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountKey(
        UUID id,
        String name,
        String hint,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
