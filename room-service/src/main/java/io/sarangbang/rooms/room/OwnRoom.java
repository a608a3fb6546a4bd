package io.sarangbang.rooms.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A room in an export; of a deleted one little is left. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnRoom(
        String code,
        @Nullable String title,
        @Nullable Integer capacity,
        Instant createdAt,
        @Nullable Instant deletedAt) {}
