package io.sarangbang.auth.session;

import java.time.Instant;
import java.util.UUID;

/** A session that holds. */
public record LiveSession(UUID id, UUID accountId, UUID identityId, Instant authenticatedAt) {}
