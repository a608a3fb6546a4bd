package io.sarangbang.auth.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as one of its identities opens it. */
public record Person(
        UUID accountId,
        UUID identityId,
        String provider,
        @Nullable String nickname,
        @Nullable String picture) {}
