package io.sarangbang.rooms.chat;

import io.sarangbang.rooms.people.ClosedAccounts;
import io.sarangbang.rooms.room.RoomDeleted;
import io.sarangbang.rooms.room.RoomSnapshot;
import io.sarangbang.rooms.room.Rooms;
import io.sarangbang.rooms.seat.Attendance;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was said, kept. Written under the room's lock: in one order, once each, and never into a room that is gone. */
@Service
@Transactional
class Journal {

    private final MessageStore store;
    private final Rooms rooms;
    private final Attendance attendance;
    private final ClosedAccounts closed;
    private final Clock clock;

    Journal(MessageStore store, Rooms rooms, Attendance attendance, ClosedAccounts closed, Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.attendance = attendance;
        this.closed = closed;
        this.clock = clock;
    }

    public Entry keep(String code, UUID account, Draft draft) {
        closed.refuse(account);
        var room = rooms.lock(code);
        var name = attendance
                .nameOfSeated(room.id(), account)
                .orElseThrow(() -> new NotInRoom("Only who has a seat may write."));
        return store.findByRoomIdAndAccountIdAndClientId(room.id(), account, draft.clientIdBytes())
                .map(it -> new Entry(room.id(), it.shown(), false))
                .orElseGet(() -> {
                    var message = new Message(room.id(), account, name, draft, clock.instant());
                    return new Entry(room.id(), store.save(message).shown(), true);
                });
    }

    @Transactional(readOnly = true)
    public MessageResponse.Page read(RoomSnapshot room, int limit, @Nullable UUID before) {
        var oneMore = Limit.of(limit + 1);
        var found = before == null ? store.newest(room.id(), oneMore) : store.newestBefore(room.id(), before, oneMore);
        var page = found.stream().limit(limit).map(Message::shown).toList();
        return new MessageResponse.Page(page.reversed(), found.size() > limit);
    }

    @EventListener
    public void roomDeleted(RoomDeleted event) {
        store.deleteAllOf(event.roomId());
    }

    /** @param isNew false when the same message was kept before */
    record Entry(UUID roomId, MessageResponse message, boolean isNew) {}
}
