package io.sarangbang.rooms.seat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seat as it was when it was looked at. */
record SeatSnapshot(
        UUID id,
        UUID roomId,
        UUID accountId,
        String displayName,
        SeatState state,
        @Nullable String connectionId,
        @Nullable Instant joinedAt,
        Instant expiresAt) {

    boolean isUnused() {
        return state == SeatState.RESERVED;
    }

    boolean hasExpired(Instant now) {
        return isUnused() && !now.isBefore(expiresAt);
    }

    /** False for a connection that was made for this seat but is not the one that it goes by. */
    boolean accepts(String connection) {
        return state.isLive() && (connectionId == null || connectionId.equals(connection));
    }
}
