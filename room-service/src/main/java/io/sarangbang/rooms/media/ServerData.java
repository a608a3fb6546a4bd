package io.sarangbang.rooms.media;

import java.util.UUID;

/** What a connection tells everybody in the session about the person behind it; set by us, out of their reach. */
public record ServerData(UUID seatId, UUID accountId, String displayName) {}
