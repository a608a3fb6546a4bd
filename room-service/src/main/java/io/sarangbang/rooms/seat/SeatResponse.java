package io.sarangbang.rooms.seat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record SeatResponse(
        UUID seatId,
        UUID accountId,
        String displayName,
        @Nullable String connectionId,
        @Nullable Instant joinedAt) {

    static SeatResponse of(SeatSnapshot seat) {
        return new SeatResponse(seat.id(), seat.accountId(), seat.displayName(), seat.connectionId(), seat.joinedAt());
    }

    record All(List<SeatResponse> seats) {}
}
