package io.sarangbang.rooms.chat;

import io.sarangbang.rooms.media.MediaServer;
import io.sarangbang.rooms.media.MediaServerUnreachable;
import io.sarangbang.rooms.media.SessionId;
import io.sarangbang.rooms.room.RoomDeleted;
import io.sarangbang.rooms.room.RoomSnapshot;
import io.sarangbang.rooms.seat.Attendance;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What is said in rooms: kept first, told to those present second. What could not be told is found in the history. */
@Service
class Chat {

    private static final Logger log = LoggerFactory.getLogger(Chat.class);
    private static final String SIGNAL = "signal:chat";

    private final MessageStore store;
    private final Attendance attendance;
    private final MediaServer media;
    private final JsonMapper json;
    private final Clock clock;

    Chat(MessageStore store, Attendance attendance, MediaServer media, JsonMapper json, Clock clock) {
        this.store = store;
        this.attendance = attendance;
        this.media = media;
        this.json = json;
        this.clock = clock;
    }

    /** Not one transaction: nothing is told before it is kept. */
    MessageResponse send(RoomSnapshot room, UUID account, Draft draft) {
        var name = attendance
                .nameOfSeated(room.id(), account)
                .orElseThrow(() -> new NotInRoom("Only who has a seat may write."));
        var earlier = store.findByRoomIdAndAccountIdAndClientId(room.id(), account, draft.clientIdBytes());
        if (earlier.isPresent()) {
            return earlier.get().shown();
        }
        try {
            var kept = store.saveAndFlush(new Message(room.id(), account, name, draft, clock.instant()))
                    .shown();
            broadcast(room, kept);
            return kept;
        } catch (DataIntegrityViolationException e) {
            // The same message was sent twice at once, and the other one was first.
            return store.findByRoomIdAndAccountIdAndClientId(room.id(), account, draft.clientIdBytes())
                    .orElseThrow(() -> e)
                    .shown();
        }
    }

    MessageResponse.Page history(RoomSnapshot room, UUID account, int limit, @Nullable UUID before) {
        if (!room.isOwnedBy(account) && !attendance.knows(room.id(), account)) {
            throw new NotInRoom("Only the owner and who was in the room may read.");
        }
        var oneMore = Limit.of(limit + 1);
        var found = before == null ? store.newest(room.id(), oneMore) : store.newestBefore(room.id(), before, oneMore);
        var page = found.stream().limit(limit).map(Message::shown).toList();
        return new MessageResponse.Page(page.reversed(), found.size() > limit);
    }

    @EventListener
    void roomDeleted(RoomDeleted event) {
        store.deleteAllOf(event.roomId());
    }

    private void broadcast(RoomSnapshot room, MessageResponse message) {
        try {
            media.signal(SessionId.of(room.id()), SIGNAL, json.writeValueAsString(message));
        } catch (MediaServerUnreachable _) {
            log.info("message {} is kept but could not be told", message.id());
        }
    }
}
