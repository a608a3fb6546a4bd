package io.sarangbang.rooms.seat;

import io.sarangbang.defaults.token.Caller;
import io.sarangbang.rooms.media.MediaServer;
import io.sarangbang.rooms.media.MediaServerUnreachable;
import io.sarangbang.rooms.media.SessionId;
import io.sarangbang.rooms.profile.DisplayNames;
import io.sarangbang.rooms.seat.Reservation.Held;
import io.sarangbang.rooms.seat.Reservation.RevokeFirst;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds a place for somebody. A room counts as full only once the media server has been asked who is really there: after
 * it restarted, everybody comes back at once and must not be kept out by their own seats of before.
 */
@Component
class Reserving {

    private static final int TRIES = 3;

    private final Seating seating;
    private final MediaServer media;
    private final Reconciler reconciler;
    private final DisplayNames names;
    private final SeatSettings settings;

    Reserving(Seating seating, MediaServer media, Reconciler reconciler, DisplayNames names, SeatSettings settings) {
        this.seating = seating;
        this.media = media;
        this.reconciler = reconciler;
        this.names = names;
        this.settings = settings;
    }

    SeatSnapshot hold(String code, Caller caller) {
        var guest = new Guest(caller.accountId(), names.of(caller), settings.hold());
        var asked = System.nanoTime();
        try {
            return hold(code, guest);
        } catch (RoomFull full) {
            lookForFreePlaces(asked, full);
            return hold(code, guest);
        }
    }

    private void lookForFreePlaces(long asked, RoomFull full) {
        try {
            reconciler.reconcileUnlessDoneSince(asked);
        } catch (MediaServerUnreachable _) {
            throw full;
        }
    }

    private SeatSnapshot hold(String code, Guest guest) {
        var revoked = new HashSet<UUID>();
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            switch (seating.reserve(code, guest, revoked)) {
                case Held held -> {
                    return held.seat();
                }
                case RevokeFirst first ->
                    first.unused().forEach(it -> {
                        revoke(it);
                        revoked.add(it.id());
                    });
            }
        }
        throw new SeatReplaced();
    }

    private void revoke(SeatSnapshot seat) {
        if (seat.connectionId() != null) {
            media.disconnect(SessionId.of(seat.roomId()), seat.connectionId());
        }
    }
}
