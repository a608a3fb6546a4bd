package io.sarangbang.rooms.seat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A seat in an export; without {@code joinedAt} it was never used, without {@code leftAt} it is taken now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnSeat(
        UUID id,
        String room,
        String displayName,
        Instant reservedAt,
        @Nullable Instant joinedAt,
        @Nullable Instant leftAt) {}
