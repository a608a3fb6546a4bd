package io.sarangbang.rooms.seat;

import java.time.Instant;
import java.util.UUID;

/** What a browser needs to take the seat that is held for it. */
record TicketResponse(UUID seatId, String connectionId, String token, String displayName, Instant expiresAt) {

    @Override
    public String toString() {
        return "TicketResponse[" + seatId + "]";
    }
}
