package io.sarangbang.auth.revocation;

import io.sarangbang.auth.token.Mint;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ends that gateways must know of: those which an access token may still contradict. */
@Component
class Revocations {

    private final List<RevocationSource> sources;
    private final RevocationPolicy policy;
    private final Mint mint;
    private final Clock clock;

    Revocations(List<RevocationSource> sources, RevocationPolicy policy, Mint mint, Clock clock) {
        this.sources = sources;
        this.policy = policy;
        this.mint = mint;
        this.clock = clock;
    }

    RevocationCursor begin() {
        return RevocationCursor.begin(clock.instant());
    }

    @Transactional(readOnly = true)
    RevocationsResponse page(@Nullable Instant since, RevocationCursor cursor) {
        var from = from(since, cursor.asOf());
        // Each source fills a page by itself if it can, so that the first page of all of them together is in there.
        var found = sources.stream()
                .flatMap(it -> it.revokedSince(from, cursor.last(), policy.page()).stream())
                .sorted(RevocationSource.BY_ID)
                .toList();
        if (found.size() < policy.page()) {
            return new RevocationsResponse(cursor.asOf(), found, null);
        }
        var page = found.subList(0, policy.page());
        return new RevocationsResponse(
                cursor.asOf(), page, cursor.at(page.getLast()).toString());
    }

    /** No further back than a token still holds; a time ahead of this clock came from another replica's. */
    private Instant from(@Nullable Instant since, Instant asOf) {
        var oldest = asOf.minus(mint.longestLife()).minus(policy.overlap());
        if (since == null) {
            return oldest;
        }
        var from = (since.isAfter(asOf) ? asOf : since).minus(policy.overlap());
        return from.isBefore(oldest) ? oldest : from;
    }
}
