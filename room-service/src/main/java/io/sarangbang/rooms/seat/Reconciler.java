package io.sarangbang.rooms.seat;

import io.sarangbang.rooms.media.LiveSession;
import io.sarangbang.rooms.media.LiveSession.LiveConnection;
import io.sarangbang.rooms.media.MediaServer;
import io.sarangbang.rooms.media.MediaServerUnreachable;
import io.sarangbang.rooms.media.SessionId;
import io.sarangbang.rooms.room.RoomSnapshot;
import io.sarangbang.rooms.room.Rooms;
import io.sarangbang.rooms.seat.Corrections.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes seats and the media server agree again after a lost webhook, a crash of either side, or an order that could not be
 * given when it was due.
 *
 * <p>The order of looking is what makes it safe beside joins and other replicas: our seats first, then the media server's
 * sessions, then, for connections that look like nobody's, our seats again. A connection that was known before the
 * sessions were listed and is not listed is gone for good; a seat is always stored before its connection is made, so a
 * listed connection whose seat can't be found afterwards has none.
 */
@Component
class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private static final int PATIENCE = 3;

    private final Seating seating;
    private final MediaServer media;
    private final Rooms rooms;
    private final Clock clock;
    private final Corrections corrections;
    private final Lock looking = new ReentrantLock();
    private long began = System.nanoTime();

    Reconciler(Seating seating, MediaServer media, Rooms rooms, Clock clock, Corrections corrections) {
        this.seating = seating;
        this.media = media;
        this.rooms = rooms;
        this.clock = clock;
        this.corrections = corrections;
    }

    /**
     * For those who can't wait for the schedule. Whoever asks while a look is under way waits for one that began after they
     * asked, and shares it: however many ask, there is one at a time.
     */
    void reconcileUnlessDoneSince(long nanoTime) {
        looking.lock();
        try {
            if (began - nanoTime < 0) {
                began = System.nanoTime();
                reconcile();
            }
        } finally {
            looking.unlock();
        }
    }

    /** @throws MediaServerUnreachable having changed nothing, or not everything */
    void reconcile() {
        var ours = seating.allLive();
        corrections.saw(ours);
        var theirs = media.sessions().stream().collect(Collectors.toMap(LiveSession::id, Function.identity()));
        var steps = new ArrayList<Runnable>();
        ours.forEach(seat -> steps.add(() -> settle(seat, theirs.get(SessionId.of(seat.roomId())))));
        known(theirs).forEach((id, room) -> steps.add(() -> clear(Objects.requireNonNull(theirs.get(id)), room)));
        take(steps);
    }

    /** One order that the media server can't follow holds up no other; several mean that it is down. */
    private static void take(List<Runnable> steps) {
        int failed = 0;
        for (var step : steps) {
            try {
                step.run();
            } catch (MediaServerUnreachable e) {
                if (++failed == PATIENCE) {
                    throw e;
                }
            }
        }
    }

    private void settle(SeatSnapshot seat, @Nullable LiveSession session) {
        var connection = connectionOf(seat, session);
        if (connection == null) {
            settleUnconnected(seat);
        } else if (connection.active() && seat.isUnused()) {
            corrections.count(Kind.ARRIVAL_UNHEARD);
            seating.arrive(seat.roomId(), seat.id(), connection.connectionId(), connection.createdAt());
        } else if (seat.hasExpired(clock.instant())) {
            corrections.count(Kind.RESERVATION_EXPIRED);
            media.disconnect(SessionId.of(seat.roomId()), connection.connectionId());
            seating.end(seat, Departure.RESERVATION_EXPIRED);
        }
    }

    /** A seat without a connection's id may be on its way through a join, for as long as it is held. */
    private void settleUnconnected(SeatSnapshot seat) {
        if (seat.connectionId() != null) {
            corrections.count(Kind.SEAT_WITHOUT_CONNECTION);
            log.info("seat {} has no connection any more", seat.id());
            seating.endConnection(seat.roomId(), seat.connectionId(), Departure.NOT_AT_MEDIA_SERVER);
        } else if (seat.hasExpired(clock.instant())) {
            corrections.count(Kind.RESERVATION_EXPIRED);
            seating.end(seat, Departure.RESERVATION_EXPIRED);
        }
    }

    private static @Nullable LiveConnection connectionOf(SeatSnapshot seat, @Nullable LiveSession session) {
        if (session == null) {
            return null;
        }
        return session.connections().stream()
                .filter(it -> seat.connectionId() == null
                        ? seat.id().equals(it.seatId())
                        : seat.connectionId().equals(it.connectionId()))
                .findFirst()
                .orElse(null);
    }

    private Map<SessionId, RoomSnapshot> known(Map<SessionId, LiveSession> theirs) {
        var ids = theirs.keySet().stream().flatMap(it -> it.room().stream()).toList();
        return rooms.known(ids).stream().collect(Collectors.toMap(it -> SessionId.of(it.id()), Function.identity()));
    }

    private void clear(LiveSession session, RoomSnapshot room) {
        if (room.deleted()) {
            corrections.count(Kind.SESSION_OF_DELETED_ROOM);
            log.info("closing the session of deleted room {}", room.id());
            media.close(session.id());
            return;
        }
        var seats = seatsOf(session.connections());
        session.connections().stream().filter(it -> !isSomebodys(it, seats)).forEach(it -> {
            corrections.count(Kind.CONNECTION_WITHOUT_SEAT);
            log.info("connection {} has no seat in room {}", it.connectionId(), room.id());
            media.disconnect(session.id(), it.connectionId());
        });
    }

    private Map<UUID, SeatSnapshot> seatsOf(List<LiveConnection> connections) {
        var ids = connections.stream()
                .map(LiveConnection::seatId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return seating.known(ids).stream().collect(Collectors.toMap(SeatSnapshot::id, Function.identity()));
    }

    private static boolean isSomebodys(LiveConnection connection, Map<UUID, SeatSnapshot> seats) {
        var seat = connection.seatId() == null ? null : seats.get(connection.seatId());
        return seat != null && seat.accepts(connection.connectionId());
    }
}
