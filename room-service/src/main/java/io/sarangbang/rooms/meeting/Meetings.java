package io.sarangbang.rooms.meeting;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The meetings of all rooms. A room has at most one that is on; callers hold the room's lock. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Meetings {

    private final MeetingStore store;

    Meetings(MeetingStore store) {
        this.store = store;
    }

    /** The meeting that is on in the room, opened now if there is none. */
    public UUID joined(UUID roomId, Instant now) {
        return store.findByRoomIdAndEndedAtIsNull(roomId).stream()
                .findFirst()
                .orElseGet(() -> store.save(new Meeting(roomId, now)))
                .id();
    }

    /** The last person left. */
    public void ended(UUID roomId, Instant now) {
        store.findByRoomIdAndEndedAtIsNull(roomId).forEach(it -> it.end(now));
    }
}
