package io.sarangbang.rooms.seat;

import java.util.EnumSet;
import java.util.Set;

/** Where a seat is in its life; it only moves on, so that news that come late or twice change nothing. */
enum SeatState {
    RESERVED,
    PRESENT,
    LEFT;

    static final Set<SeatState> LIVE = EnumSet.of(RESERVED, PRESENT);

    boolean canBecome(SeatState next) {
        return switch (this) {
            case RESERVED -> next == PRESENT || next == LEFT;
            case PRESENT -> next == LEFT;
            case LEFT -> false;
        };
    }

    boolean isLive() {
        return LIVE.contains(this);
    }
}
