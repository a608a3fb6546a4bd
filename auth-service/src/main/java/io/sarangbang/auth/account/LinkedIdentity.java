package io.sarangbang.auth.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of the identities that open an account, as its owner sees it. */
public record LinkedIdentity(
        UUID id, String provider, @Nullable String nickname, Instant linkedAt, Instant lastUsedAt) {}
