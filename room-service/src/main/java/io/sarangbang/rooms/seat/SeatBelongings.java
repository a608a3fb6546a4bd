package io.sarangbang.rooms.seat;

import io.sarangbang.defaults.problem.ServiceUnavailable;
import io.sarangbang.rooms.media.MediaServer;
import io.sarangbang.rooms.media.MediaServerUnreachable;
import io.sarangbang.rooms.media.SessionId;
import io.sarangbang.rooms.people.Belongings;
import io.sarangbang.rooms.people.Patience;
import io.sarangbang.rooms.room.Rooms;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Somebody's seats, in every room. A seat that ends because its account was closed is deleted only once its connection was
 * ended too: while the media server is down, it is what says that this is still to be done.
 */
@Component
@Order(1) // who goes is out of every call first
class SeatBelongings implements Belongings {

    private static final Limit PAGE = Limit.of(500);
    private static final int AT_ONCE = 1000;
    private static final int FAILURES = 3;
    private static final UUID FIRST = new UUID(0, 0);

    private final SeatStore store;
    private final Seating seating;
    private final MediaServer media;
    private final Rooms rooms;

    SeatBelongings(SeatStore store, Seating seating, MediaServer media, Rooms rooms) {
        this.store = store;
        this.seating = seating;
        this.media = media;
        this.rooms = rooms;
    }

    @Override
    public String name() {
        return "seats";
    }

    @Override
    public void forget(UUID account, Patience patience) {
        endAll(account, patience);
        patience.repeat(() -> store.deleteSomeSettledOf(account, AT_ONCE) > 0);
        disconnectAll(account, patience);
    }

    private void endAll(UUID account, Patience patience) {
        var taken = store.findByAccountIdAndStateIn(account, SeatState.LIVE).stream()
                .map(it -> it.snapshot().roomId())
                .collect(Collectors.toSet());
        for (var room : taken) {
            seating.endWhere(room, it -> it.belongsTo(account), Departure.ACCOUNT_CLOSED);
            patience.check();
        }
    }

    /** One connection that can't be ended holds up no other; several mean that the media server is down. */
    private void disconnectAll(UUID account, Patience patience) {
        var failed = 0;
        for (var seat :
                store.findByAccountIdAndLeftBecauseAndConnectionIdIsNotNull(account, Departure.ACCOUNT_CLOSED)) {
            if (disconnect(seat.snapshot())) {
                store.delete(seat.id());
                patience.check();
            } else if (++failed == FAILURES) {
                break;
            }
        }
        if (failed > 0) {
            throw new ServiceUnavailable("media-server", "Calls that this person is in could not be ended.");
        }
    }

    private boolean disconnect(SeatSnapshot seat) {
        try {
            if (seat.connectionId() != null) {
                media.disconnect(SessionId.of(seat.roomId()), seat.connectionId());
            }
            return true;
        } catch (MediaServerUnreachable _) {
            return false;
        }
    }

    @Override
    public void tell(UUID account, Consumer<Object> listener) {
        var page = store.oldestOf(account, FIRST, PAGE);
        while (!page.isEmpty()) {
            var codes =
                    rooms.codes(page.stream().map(it -> it.snapshot().roomId()).collect(Collectors.toSet()));
            page.forEach(it -> listener.accept(
                    it.shownToItsOwner(codes.getOrDefault(it.snapshot().roomId(), ""))));
            page = store.oldestOf(account, page.getLast().id(), PAGE);
        }
    }
}
