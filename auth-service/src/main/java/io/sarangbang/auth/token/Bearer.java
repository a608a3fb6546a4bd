package io.sarangbang.auth.token;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom an access token will speak for. */
public record Bearer(
        UUID accountId,
        UUID sessionId,
        String provider,
        @Nullable String nickname,
        @Nullable String picture) {}
