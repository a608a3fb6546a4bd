package io.sarangbang.auth.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as its owner sees it.
 *
 * @param key the key itself, in the answer to its making and never again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiKeyResponse(
        UUID id,
        String name,
        String hint,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String key) {

    static ApiKeyResponse of(ApiKey stored) {
        return of(stored, null);
    }

    static ApiKeyResponse of(MadeKey made) {
        return of(made.stored(), made.secret().reveal());
    }

    private static ApiKeyResponse of(ApiKey stored, @Nullable String key) {
        return new ApiKeyResponse(
                stored.id(),
                stored.name(),
                stored.hint(),
                Scope.split(stored.scopes()),
                stored.createdAt(),
                stored.expiresAt(),
                stored.lastUsedAt(),
                key);
    }

    @Override
    public String toString() {
        return "ApiKeyResponse[" + id + "]";
    }
}
