package io.sarangbang.rooms.seat;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** Every place in the room is taken or held for somebody. */
final class RoomFull extends Problem {

    RoomFull(int capacity) {
        super(HttpStatus.CONFLICT, "room-full", "The room is full", "All " + capacity + " places are taken.");
        with("capacity", capacity);
    }
}
