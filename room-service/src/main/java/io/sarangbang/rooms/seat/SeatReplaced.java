package io.sarangbang.rooms.seat;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** While this join was under way, a newer one of the same person took its place. */
final class SeatReplaced extends Problem {

    SeatReplaced() {
        super(
                HttpStatus.CONFLICT,
                "seat-replaced",
                "A newer join took this place",
                "The same person asked for a seat again before this one was used.");
    }
}
