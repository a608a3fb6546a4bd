package io.sarangbang.rooms.seat;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is or was in which room, for other features. */
@Service
@Transactional(readOnly = true)
public class Attendance {

    private final SeatStore store;

    Attendance(SeatStore store) {
        this.store = store;
    }

    /**
     * The name that somebody with a seat is shown by; empty for everybody else. A seat that is held counts: its owner may
     * be connected for a moment before that is heard here.
     */
    public Optional<String> nameOfSeated(UUID roomId, UUID accountId) {
        return store.findByRoomIdAndAccountIdOrderByIdDesc(roomId, accountId).stream()
                .map(Seat::snapshot)
                .filter(it -> it.state().isLive())
                .map(SeatSnapshot::displayName)
                .findFirst();
    }

    /** Whether somebody has a seat or once sat in the room. */
    public boolean knows(UUID roomId, UUID accountId) {
        return store.findByRoomIdAndAccountIdOrderByIdDesc(roomId, accountId).stream()
                .map(Seat::snapshot)
                .anyMatch(it -> it.state().isLive() || it.joinedAt() != null);
    }
}
