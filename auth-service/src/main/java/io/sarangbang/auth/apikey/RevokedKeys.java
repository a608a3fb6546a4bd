package io.sarangbang.auth.apikey;

import io.sarangbang.auth.revocation.RevocationSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The keys that were taken back or sleep; those that expired need no telling, as no token outlives its key. */
@Component
class RevokedKeys implements RevocationSource {

    private final ApiKeyRows rows;

    RevokedKeys(ApiKeyRows rows) {
        this.rows = rows;
    }

    @Override
    public List<UUID> revokedSince(Instant since, UUID after, int limit) {
        return rows.revokedSince(since, after, Limit.of(limit));
    }
}
