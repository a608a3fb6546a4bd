package io.sarangbang.rooms.room;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** No room has this code, or it was deleted. */
public final class RoomNotFound extends Problem {

    public RoomNotFound() {
        super(HttpStatus.NOT_FOUND, "room-not-found", "There is no such room", "No room has this code.");
    }
}
