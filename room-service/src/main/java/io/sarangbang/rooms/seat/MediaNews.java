package io.sarangbang.rooms.seat;

import io.sarangbang.rooms.media.MediaEvent;
import io.sarangbang.rooms.media.MediaEvent.ParticipantJoined;
import io.sarangbang.rooms.media.MediaEvent.ParticipantLeft;
import io.sarangbang.rooms.media.MediaEvent.SessionDestroyed;
import io.sarangbang.rooms.room.RoomDeleted;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to seats when something happens to what they stand on: a connection, a session, a room. */
@Component
class MediaNews {

    private final Seating seating;

    MediaNews(Seating seating) {
        this.seating = seating;
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
        if (event.seatId() != null) {
            seating.arrive(room, event.seatId(), event.connectionId(), event.at());
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
