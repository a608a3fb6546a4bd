package io.sarangbang.rooms.seat;

import java.util.List;

/** What came of asking for a place. */
sealed interface Reservation {

    record Held(SeatSnapshot seat) implements Reservation {}

    /** Places that nobody uses have to be given up first, and a place is given up only once its token is worthless. */
    record RevokeFirst(List<SeatSnapshot> unused) implements Reservation {}
}
