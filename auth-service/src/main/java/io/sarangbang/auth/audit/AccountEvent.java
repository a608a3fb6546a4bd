package io.sarangbang.auth.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as the account's owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountEvent(
        UUID id,
        EventKind kind,
        Instant at,
        @Nullable String device,
        @Nullable String network,
        @Nullable String provider,
        @Nullable String name) {}
