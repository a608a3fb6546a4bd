package io.sarangbang.auth.session;

import io.sarangbang.auth.revocation.RevocationSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The sessions that were ended before their time; access tokens see to the others, as none outlives its session. */
@Component
class EndedSessions implements RevocationSource {

    private final SessionRows rows;

    EndedSessions(SessionRows rows) {
        this.rows = rows;
    }

    @Override
    public List<UUID> revokedSince(Instant since, UUID after, int limit) {
        return rows.revokedSince(since, after, Limit.of(limit));
    }
}
