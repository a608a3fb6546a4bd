package io.sarangbang.rooms.chat;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** What is said in a room is for those in it. */
final class NotInRoom extends Problem {

    NotInRoom(String detail) {
        super(HttpStatus.FORBIDDEN, "not-in-room", "You are not in this room", detail);
    }
}
