package io.sarangbang.rooms.chat;

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
 * What somebody wrote, anywhere; nothing in a message ever changes, so no lock is needed. Their rooms are emptied with it,
 * which leaves little to the one transaction that deletes a room.
 */
@Component
@Order(2)
class MessageBelongings implements Belongings {

    private static final Limit PAGE = Limit.of(500);
    private static final int AT_ONCE = 1000;
    private static final UUID FIRST = new UUID(0, 0);

    private final MessageStore store;
    private final Rooms rooms;

    MessageBelongings(MessageStore store, Rooms rooms) {
        this.store = store;
        this.rooms = rooms;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public void forget(UUID account, Patience patience) {
        patience.repeat(() -> store.deleteSomeBy(account, AT_ONCE) > 0);
        rooms.ownedBy(account).forEach(room -> patience.repeat(() -> store.deleteSomeIn(room, AT_ONCE) > 0));
    }

    @Override
    public void tell(UUID account, Consumer<Object> listener) {
        var page = store.oldestOf(account, FIRST, PAGE);
        while (!page.isEmpty()) {
            var codes = rooms.codes(page.stream().map(Message::roomId).collect(Collectors.toSet()));
            page.forEach(it -> listener.accept(it.shownToItsAuthor(codes.getOrDefault(it.roomId(), ""))));
            page = store.oldestOf(account, page.getLast().id(), PAGE);
        }
    }
}
