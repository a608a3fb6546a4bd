package io.sarangbang.rooms.chat;

import io.sarangbang.rooms.media.MediaServer;
import io.sarangbang.rooms.media.MediaServerUnreachable;
import io.sarangbang.rooms.media.SessionId;
import io.sarangbang.rooms.room.Rooms;
import io.sarangbang.rooms.seat.Attendance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What is said in rooms: kept first, told to those present second. What could not be told is found in the history. */
@Service
class Chat {

    private static final Logger log = LoggerFactory.getLogger(Chat.class);
    private static final String SIGNAL = "signal:chat";

    private final Journal journal;
    private final Rooms rooms;
    private final Attendance attendance;
    private final MediaServer media;
    private final JsonMapper json;

    Chat(Journal journal, Rooms rooms, Attendance attendance, MediaServer media, JsonMapper json) {
        this.journal = journal;
        this.rooms = rooms;
        this.attendance = attendance;
        this.media = media;
        this.json = json;
    }

    MessageResponse send(String code, UUID account, Draft draft) {
        var entry = journal.keep(code, account, draft);
        if (entry.isNew()) {
            broadcast(entry);
        }
        return entry.message();
    }

    MessageResponse.Page history(String code, UUID account, int limit, @Nullable UUID before) {
        var room = rooms.find(code);
        if (!room.isOwnedBy(account) && !attendance.knows(room.id(), account)) {
            throw new NotInRoom("Only the owner and who was in the room may read.");
        }
        return journal.read(room, limit, before);
    }

    private void broadcast(Journal.Entry entry) {
        try {
            media.signal(SessionId.of(entry.roomId()), SIGNAL, json.writeValueAsString(entry.message()));
        } catch (MediaServerUnreachable _) {
            log.info("message {} is kept but could not be told", entry.message().id());
        }
    }
}
