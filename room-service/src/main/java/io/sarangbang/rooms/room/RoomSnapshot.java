package io.sarangbang.rooms.room;

import java.util.UUID;

/** What other features know of a room, as it was when they asked. */
public record RoomSnapshot(UUID id, String code, UUID ownerId, int capacity, boolean deleted) {

    public boolean isOwnedBy(UUID account) {
        return ownerId.equals(account);
    }
}
