package io.sarangbang.rooms.room;

import java.time.Instant;
import java.util.UUID;

record RoomResponse(
        String code, String title, int capacity, UUID ownerId, boolean owned, int present, Instant createdAt) {}
