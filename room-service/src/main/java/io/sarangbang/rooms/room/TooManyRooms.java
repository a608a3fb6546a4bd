package io.sarangbang.rooms.room;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** One person has as many rooms as one person may have. */
final class TooManyRooms extends Problem {

    TooManyRooms(int limit) {
        super(HttpStatus.CONFLICT, "too-many-rooms", "You have too many rooms", "Nobody has more than " + limit + ".");
        with("limit", limit);
    }
}
