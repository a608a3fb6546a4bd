package io.sarangbang.rooms.room;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** Only whoever made the room may do this. */
public final class NotRoomOwner extends Problem {

    public NotRoomOwner() {
        super(HttpStatus.FORBIDDEN, "not-room-owner", "This room is somebody else's", "Only its owner may do this.");
    }
}
