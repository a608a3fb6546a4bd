package io.sarangbang.rooms.room;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All rooms, as the other features see them. Whoever changes what is in a room locks it first: the lock is the row's, so
 * it holds across every replica of this service.
 */
@Service
public class Rooms {

    private final RoomStore store;

    Rooms(RoomStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public RoomSnapshot find(String code) {
        return RoomCode.read(code)
                .flatMap(it -> store.findByCode(it.value()))
                .filter(it -> !it.isDeleted())
                .orElseThrow(RoomNotFound::new)
                .snapshot();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public RoomSnapshot lock(String code) {
        return RoomCode.read(code)
                .flatMap(it -> store.lockByCode(it.value()))
                .filter(it -> !it.isDeleted())
                .orElseThrow(RoomNotFound::new)
                .snapshot();
    }

    /** Also finds what was deleted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<RoomSnapshot> lock(UUID id) {
        return store.lockById(id).map(Room::snapshot);
    }

    /** Those of the given rooms that exist or once did. */
    @Transactional(readOnly = true)
    public List<RoomSnapshot> known(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : store.findByIdIn(ids).stream().map(Room::snapshot).toList();
    }

    /** The codes of those of the given rooms that exist or once did. */
    @Transactional(readOnly = true)
    public Map<UUID, String> codes(Collection<UUID> ids) {
        return known(ids).stream().collect(Collectors.toMap(RoomSnapshot::id, RoomSnapshot::code));
    }

    /** The rooms that somebody has. */
    @Transactional(readOnly = true)
    public List<UUID> ownedBy(UUID owner) {
        return store.newestOf(owner, Limit.unlimited()).stream().map(Room::id).toList();
    }

    /** Notes how many people are in a room that the caller holds the lock of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void present(UUID id, int people) {
        store.lockById(id).ifPresent(it -> it.presentIs(people));
    }
}
