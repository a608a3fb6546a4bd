package io.sarangbang.auth.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sarangbang.auth.account.LinkedIdentity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An identity of one's own.
 *
 * @param current whether the session that asks was opened with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IdentityResponse(
        UUID id, String provider, @Nullable String nickname, Instant linkedAt, Instant lastUsedAt, boolean current) {

    static IdentityResponse of(LinkedIdentity identity, @Nullable UUID current) {
        return new IdentityResponse(
                identity.id(),
                identity.provider(),
                identity.nickname(),
                identity.linkedAt(),
                identity.lastUsedAt(),
                identity.id().equals(current));
    }
}
