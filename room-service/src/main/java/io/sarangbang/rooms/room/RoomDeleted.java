package io.sarangbang.rooms.room;

import java.util.UUID;

/** A room was deleted; told within the transaction that deletes it, so that what belonged to it goes with it or not at all. */
public record RoomDeleted(UUID roomId) {}
