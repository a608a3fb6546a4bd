package io.sarangbang.auth.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is shown.
 *
 * @param device that did it, or that it happened to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeResponse(
        UUID id,
        NoticeKind kind,
        Instant at,
        @Nullable String device,
        @Nullable String provider) {}
