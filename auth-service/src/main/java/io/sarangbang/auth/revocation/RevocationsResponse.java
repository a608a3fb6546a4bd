package io.sarangbang.auth.revocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param asOf what to ask the next round with
 * @param next what to ask the rest of this round with, where there is more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RevocationsResponse(
        Instant asOf, List<UUID> revoked, @Nullable String next) {}
