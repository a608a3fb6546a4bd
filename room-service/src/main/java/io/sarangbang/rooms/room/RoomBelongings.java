package io.sarangbang.rooms.room;

import io.sarangbang.defaults.problem.ServiceUnavailable;
import io.sarangbang.rooms.media.LiveSession;
import io.sarangbang.rooms.media.MediaServer;
import io.sarangbang.rooms.media.MediaServerUnreachable;
import io.sarangbang.rooms.media.SessionId;
import io.sarangbang.rooms.people.Belongings;
import io.sarangbang.rooms.people.Patience;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * The rooms that somebody made. They are deleted as if the owner did it; the tombstones lose their owner once the calls in
 * them have ended, and until then say whose calls are still to be ended.
 */
@Component
@Order(3) // emptied first: what goes with a room goes in one transaction, which others wait for
class RoomBelongings implements Belongings {

    private static final Limit PAGE = Limit.of(200);
    private static final UUID NOBODY = new UUID(0, 0);

    private final RoomStore store;
    private final Housekeeping housekeeping;
    private final MediaServer media;

    RoomBelongings(RoomStore store, Housekeeping housekeeping, MediaServer media) {
        this.store = store;
        this.housekeeping = housekeeping;
        this.media = media;
    }

    @Override
    public String name() {
        return "rooms";
    }

    @Override
    public void forget(UUID account, Patience patience) {
        for (var room : store.newestOf(account, Limit.unlimited())) {
            delete(room, account);
            patience.check();
        }
        var deleted = store.deletedOf(account);
        if (!deleted.isEmpty()) {
            endCalls(deleted);
            store.giveTo(NOBODY, deleted);
        }
    }

    private void delete(Room room, UUID account) {
        try {
            housekeeping.delete(room.code(), account);
        } catch (RoomNotFound _) {
            return; // by somebody else, since it was read
        }
    }

    private void endCalls(List<UUID> deleted) {
        var ours = deleted.stream().map(SessionId::of).collect(Collectors.toSet());
        try {
            media.sessions().stream()
                    .map(LiveSession::id)
                    .filter(ours::contains)
                    .forEach(media::close);
        } catch (MediaServerUnreachable _) {
            throw new ServiceUnavailable("media-server", "Calls in this person's rooms could not be ended.");
        }
    }

    @Override
    public void tell(UUID account, Consumer<Object> listener) {
        var page = store.oldestOf(account, NOBODY, PAGE);
        while (!page.isEmpty()) {
            page.forEach(it -> listener.accept(it.shownToItsOwner()));
            page = store.oldestOf(account, page.getLast().id(), PAGE);
        }
    }
}
