package io.sarangbang.rooms.seat;

import io.sarangbang.rooms.meeting.Meetings;
import io.sarangbang.rooms.people.ClosedAccounts;
import io.sarangbang.rooms.room.RoomSnapshot;
import io.sarangbang.rooms.room.Rooms;
import io.sarangbang.rooms.seat.Reservation.Held;
import io.sarangbang.rooms.seat.Reservation.RevokeFirst;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every change of a seat: one transaction each, under the lock of the room, and never with the media server waiting inside.
 * What the room and its meeting have to know of who is in is settled in the same transaction.
 */
@Service
@Transactional
class Seating {

    private final SeatStore store;
    private final Rooms rooms;
    private final Meetings meetings;
    private final ClosedAccounts closed;
    private final Clock clock;

    Seating(SeatStore store, Rooms rooms, Meetings meetings, ClosedAccounts closed, Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.meetings = meetings;
        this.closed = closed;
        this.clock = clock;
    }

    /** @param revoked seats whose tokens are known to be worthless */
    public Reservation reserve(String code, Guest guest, Set<UUID> revoked) {
        closed.refuse(guest.account());
        var room = rooms.lock(code);
        var now = clock.instant();
        var live = live(room.id());
        var unused = live.stream()
                .filter(it -> it.hasExpired(now) || (it.isUnused() && it.belongsTo(guest.account())))
                .toList();
        if (live.size() - unused.size() >= room.capacity()) {
            throw new RoomFull(room.capacity());
        }
        var armed = unused.stream()
                .filter(it -> it.isArmed() && !revoked.contains(it.id()))
                .map(Seat::snapshot)
                .toList();
        if (!armed.isEmpty()) {
            return new RevokeFirst(armed);
        }
        unused.forEach(it ->
                it.leave(it.hasExpired(now) ? Departure.RESERVATION_EXPIRED : Departure.REPLACED_BY_NEWER_JOIN, now));
        return new Held(store.save(new Seat(room.id(), guest.account(), guest.displayName(), now, guest.hold()))
                .snapshot());
    }

    /** False when the seat can't take the connection: it ended meanwhile, or should have if it had been found in time. */
    public boolean connect(SeatSnapshot seat, String connectionId, Instant madeAt) {
        return !closed.include(seat.accountId())
                && locked(seat).map(it -> it.connect(connectionId, madeAt)).orElse(false);
    }

    /** False for a connection that has no place here: its seat has ended, or goes by another. */
    public boolean arrive(UUID roomId, UUID seatId, String connectionId, Instant madeAt) {
        if (rooms.lock(roomId).isEmpty()) {
            return true; // Another application's room, and none of our business.
        }
        var seat = locked(roomId, seatId);
        seat.filter(Seat::canArrive)
                .filter(it -> it.isConnectedBy(connectionId) || it.connect(connectionId, madeAt))
                .ifPresent(it -> {
                    var now = clock.instant();
                    it.arrive(meetings.joined(roomId, now), now);
                    settle(roomId, now);
                });
        return seat.filter(it -> it.snapshot().accepts(connectionId)).isPresent();
    }

    public void end(SeatSnapshot seat, Departure why) {
        endWhere(seat.roomId(), it -> it.id().equals(seat.id()), why);
    }

    public void endConnection(UUID roomId, String connectionId, Departure why) {
        endWhere(roomId, it -> it.isConnectedBy(connectionId), why);
    }

    public void endWhere(UUID roomId, Predicate<Seat> which, Departure why) {
        rooms.lock(roomId).ifPresent(room -> {
            var now = clock.instant();
            live(roomId).stream().filter(which).forEach(it -> it.leave(why, now));
            settle(roomId, now);
        });
    }

    /** The seat as it was before, when it was still live. */
    public Optional<SeatSnapshot> leave(String code, UUID seatId, UUID account) {
        var room = rooms.lock(code);
        var seat = store.findById(seatId)
                .filter(it -> it.snapshot().roomId().equals(room.id()))
                .orElseThrow(SeatNotFound::new);
        if (!seat.belongsTo(account)) {
            throw new NotYourSeat();
        }
        var before = seat.snapshot();
        var now = clock.instant();
        if (!seat.leave(Departure.LEFT, now)) {
            return Optional.empty();
        }
        settle(room.id(), now);
        return Optional.of(before);
    }

    @Transactional(readOnly = true)
    public List<SeatSnapshot> present(RoomSnapshot room) {
        return store.findByRoomIdAndStateInOrderById(room.id(), List.of(SeatState.PRESENT)).stream()
                .map(Seat::snapshot)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<SeatSnapshot> allLive() {
        return store.findByStateIn(SeatState.LIVE).stream().map(Seat::snapshot).toList();
    }

    @Transactional(readOnly = true)
    public List<SeatSnapshot> known(Set<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : store.findByIdIn(ids).stream().map(Seat::snapshot).toList();
    }

    private List<Seat> live(UUID roomId) {
        return store.findByRoomIdAndStateInOrderById(roomId, SeatState.LIVE);
    }

    private Optional<Seat> locked(SeatSnapshot seat) {
        return locked(seat.roomId(), seat.id());
    }

    private Optional<Seat> locked(UUID roomId, UUID seatId) {
        return rooms.lock(roomId)
                .flatMap(_ -> store.findById(seatId))
                .filter(it -> it.snapshot().roomId().equals(roomId));
    }

    private void settle(UUID roomId, Instant now) {
        var present = store.countByRoomIdAndState(roomId, SeatState.PRESENT);
        rooms.present(roomId, present);
        if (present == 0) {
            meetings.ended(roomId, now);
        }
    }
}
