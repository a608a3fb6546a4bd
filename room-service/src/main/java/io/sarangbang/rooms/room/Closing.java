package io.sarangbang.rooms.room;

import io.sarangbang.rooms.media.MediaServer;
import io.sarangbang.rooms.media.MediaServerUnreachable;
import io.sarangbang.rooms.media.SessionId;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Deletes a room, then ends the call that is on in it; if that can't be done now, the reconciler does it later. */
@Service
class Closing {

    private static final Logger log = LoggerFactory.getLogger(Closing.class);

    private final Housekeeping housekeeping;
    private final MediaServer media;

    Closing(Housekeeping housekeeping, MediaServer media) {
        this.housekeeping = housekeeping;
        this.media = media;
    }

    void close(String code, UUID account) {
        var room = housekeeping.delete(code, account);
        try {
            media.close(SessionId.of(room));
        } catch (MediaServerUnreachable _) {
            log.info("the session of deleted room {} is left to the reconciler", room);
        }
    }
}
