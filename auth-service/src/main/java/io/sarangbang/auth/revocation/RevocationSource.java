package io.sarangbang.auth.revocation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Knows what was ended of a kind that access tokens name in {@code sid}. Each bean of this type is asked. */
public interface RevocationSource {

    /** Ids as databases order them: {@link UUID#compareTo} takes their halves for signed numbers. */
    Comparator<UUID> BY_ID = Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    /**
     * What was ended at this time or later, in the order {@link #BY_ID}.
     *
     * @param after only ids that come after this one
     * @param limit how many at most; a full answer means that there may be more
     */
    List<UUID> revokedSince(Instant since, UUID after, int limit);
}
