package io.sarangbang.rooms.seat;

import io.sarangbang.rooms.media.MediaEvent;
import io.sarangbang.rooms.media.MediaEvent.ParticipantJoined;
import io.sarangbang.rooms.media.MediaEvent.ParticipantLeft;
import io.sarangbang.rooms.media.MediaEvent.SessionDestroyed;
import io.sarangbang.rooms.media.MediaServer;
import io.sarangbang.rooms.media.MediaServerUnreachable;
import io.sarangbang.rooms.room.RoomDeleted;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to seats when something happens to what they stand on: a connection, a session, a room. */
@Component
class MediaNews {

    private static final Logger log = LoggerFactory.getLogger(MediaNews.class);

    private final Seating seating;
    private final MediaServer media;

    MediaNews(Seating seating, MediaServer media) {
        this.seating = seating;
        this.media = media;
    }

    @EventListener
    void hear(MediaEvent event) {
        event.session().room().ifPresent(room -> {
            switch (event) {
                case ParticipantJoined joined -> joined(room, joined);
                case ParticipantLeft left -> left(room, left);
                case SessionDestroyed gone -> gone(room, gone);
            }
        });
    }

    @EventListener
    void roomDeleted(RoomDeleted event) {
        seating.endWhere(event.roomId(), _ -> true, Departure.ROOM_DELETED);
    }

    private void joined(UUID room, ParticipantJoined event) {
        if (event.seatId() != null && !seating.arrive(room, event.seatId(), event.connectionId(), event.at())) {
            log.info("connection {} came for a seat that is not its own", event.connectionId());
            disconnect(event);
        }
    }

    private void disconnect(ParticipantJoined event) {
        try {
            media.disconnect(event.session(), event.connectionId());
        } catch (MediaServerUnreachable _) {
            log.info("connection {} is left to the reconciler", event.connectionId());
        }
    }

    /** By the seat too: this may be heard before the connection's id was noted, or before it was heard that they joined. */
    private void left(UUID room, ParticipantLeft event) {
        seating.endWhere(
                room,
                it -> it.isConnectedBy(event.connectionId())
                        || (!it.isArmed() && it.id().equals(event.seatId())),
                Departure.CONNECTION_ENDED);
    }

    /** A newer session of the room may be on already: only what was connected before the old one ended has ended with it. */
    private void gone(UUID room, SessionDestroyed event) {
        seating.endWhere(room, it -> it.wasConnectedBy(event.at()), Departure.SESSION_ENDED);
    }
}
