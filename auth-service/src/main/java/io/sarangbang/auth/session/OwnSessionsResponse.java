package io.sarangbang.auth.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where somebody is signed in: this browser first, then by last use. */
record OwnSessionsResponse(List<OwnSession> sessions) {

    /** @param expiresAt when it ends unless it is used before */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnSession(
            UUID id,
            String device,
            @Nullable String network,
            @Nullable String provider,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt,
            boolean current) {

        static OwnSession of(Session session, Instant expiresAt, UUID current) {
            var visitor = session.lastVisitor();
            return new OwnSession(
                    session.id(),
                    visitor.device(),
                    visitor.network(),
                    session.provider(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    expiresAt,
                    session.id().equals(current));
        }
    }
}
