package io.sarangbang.rooms.seat;

import io.sarangbang.defaults.token.Caller;
import io.sarangbang.rooms.media.Admission;
import io.sarangbang.rooms.media.MediaServer;
import io.sarangbang.rooms.media.MediaServerUnreachable;
import io.sarangbang.rooms.media.ServerData;
import io.sarangbang.rooms.media.SessionId;
import io.sarangbang.rooms.room.Rooms;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Joining, from the name to the token: the place is held first, in a transaction of its own; the token is made last.
 *
 * <p>Somebody may sit in a room with several devices. But a place of theirs that was never used (a tab that was reloaded, a
 * phone that lost its network) gives way to their newer join, so that nobody is kept out by their own ghost.
 */
@Service
class Joining {

    private static final Logger log = LoggerFactory.getLogger(Joining.class);

    private final Rooms rooms;
    private final Reserving reserving;
    private final Seating seating;
    private final MediaServer media;

    Joining(Rooms rooms, Reserving reserving, Seating seating, MediaServer media) {
        this.rooms = rooms;
        this.reserving = reserving;
        this.seating = seating;
        this.media = media;
    }

    TicketResponse join(String code, Caller caller) {
        rooms.find(code);
        var seat = reserving.hold(code, caller);
        var admission = admit(seat);
        if (!seating.connect(seat, admission.connectionId(), admission.createdAt())) {
            disconnect(seat, admission.connectionId());
            rooms.find(code);
            throw new SeatReplaced();
        }
        return new TicketResponse(
                seat.id(), admission.connectionId(), admission.token(), seat.displayName(), seat.expiresAt());
    }

    /** Who leaves has left, whether or not the media server can be told now; the reconciler sees to the rest. */
    void leave(String code, UUID seatId, UUID account) {
        seating.leave(code, seatId, account).ifPresent(seat -> {
            if (seat.connectionId() != null) {
                disconnect(seat, seat.connectionId());
            }
        });
    }

    private Admission admit(SeatSnapshot seat) {
        try {
            return media.admit(
                    SessionId.of(seat.roomId()), new ServerData(seat.id(), seat.accountId(), seat.displayName()));
        } catch (MediaServerUnreachable e) {
            seating.end(seat, Departure.MEDIA_SERVER_UNREACHABLE);
            throw e;
        }
    }

    private void disconnect(SeatSnapshot seat, String connectionId) {
        try {
            media.disconnect(SessionId.of(seat.roomId()), connectionId);
        } catch (MediaServerUnreachable _) {
            log.info("connection {} is left to the reconciler", connectionId);
        }
    }
}
