package io.sarangbang.rooms.seat;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** The room never had this seat. */
final class SeatNotFound extends Problem {

    SeatNotFound() {
        super(HttpStatus.NOT_FOUND, "seat-not-found", "There is no such seat", "The room never had this seat.");
    }
}
