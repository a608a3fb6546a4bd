package io.sarangbang.rooms.room;

import org.jspecify.annotations.Nullable;

/** A room as the caller wants it; what is left out stays as it is, or as a new room has it. */
record RoomDraft(@Nullable String title, @Nullable Integer capacity) {}
