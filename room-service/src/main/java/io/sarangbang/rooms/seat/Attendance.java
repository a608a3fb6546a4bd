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
        return store.findByRoomIdAndAccountIdAndStateInOrderByIdDesc(roomId, accountId, SeatState.LIVE).stream()
                .map(it -> it.snapshot().displayName())
                .findFirst();
    }

    /** Whether somebody has a seat or once sat in the room. */
    public boolean knows(UUID roomId, UUID accountId) {
        return nameOfSeated(roomId, accountId).isPresent()
                || store.existsByRoomIdAndAccountIdAndJoinedAtIsNotNull(roomId, accountId);
    }
}
