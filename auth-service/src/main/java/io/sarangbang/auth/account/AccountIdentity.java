package io.sarangbang.auth.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An identity as its owner's export shows it.
 *
 * @param subject the provider's id of the person, for this site alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountIdentity(
        UUID id,
        String provider,
        String subject,
        @Nullable String nickname,
        @Nullable String picture,
        Instant linkedAt,
        Instant lastUsedAt,
        @Nullable Instant disconnectedAt) {}
