package io.sarangbang.media.session;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sessions of this server. */
public final class Rooms {

    private static final Logger log = LoggerFactory.getLogger(Rooms.class);

    private final ConcurrentHashMap<String, Room> rooms = new ConcurrentHashMap<>();
    private final RoomServices services;

    public Rooms(RoomServices services) {
        this.services = services;
    }

    /** Opens a session; empty when the id it wants is taken. */
    public Optional<Room> open(SessionProperties properties) {
        var wanted = properties.customSessionId();
        var id = wanted.isEmpty() ? Identifiers.session() : wanted;
        var room = new Room(id, properties, services, this::forget);
        // Told before anybody can find the room, so that no later event overtakes it.
        try (var _ = room.takeTurn()) {
            if (rooms.putIfAbsent(id, room) != null) {
                return Optional.empty();
            }
            room.opened();
        }
        log.info("session {} opened", id);
        return Optional.of(room);
    }

    public Optional<Room> find(String id) {
        return Optional.ofNullable(rooms.get(id));
    }

    public Collection<Room> all() {
        return List.copyOf(rooms.values());
    }

    /** Drops sessions nobody ever joined that are older than {@code age}. */
    public void dropForgotten(Duration age) {
        var before = System.currentTimeMillis() - age.toMillis();
        for (var room : all()) {
            if (room.closeIfForgotten(before)) {
                log.info("session {} dropped: nobody came", room.id());
            }
        }
    }

    public void closeAll(EndReason reason) {
        all().forEach(room -> room.close(reason));
    }

    private void forget(Room room) {
        if (rooms.remove(room.id(), room)) {
            log.info("session {} closed", room.id());
        }
    }
}
