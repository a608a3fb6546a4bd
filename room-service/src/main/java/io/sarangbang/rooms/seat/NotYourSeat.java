package io.sarangbang.rooms.seat;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** Everybody gives up their own seat only. */
final class NotYourSeat extends Problem {

    NotYourSeat() {
        super(
                HttpStatus.FORBIDDEN,
                "not-your-seat",
                "This seat is somebody else's",
                "Only who sits there may leave it.");
    }
}
