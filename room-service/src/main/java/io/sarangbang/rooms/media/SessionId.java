package io.sarangbang.rooms.media;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A session's name at the media server: made from the room's id, so that every replica and every restart finds the same. */
public record SessionId(String value) {

    private static final String PREFIX = "room_";
    private static final Pattern OURS = Pattern.compile(PREFIX + "([0-9a-f]{16})([0-9a-f]{16})");

    public static SessionId of(UUID roomId) {
        return new SessionId(PREFIX + roomId.toString().replace("-", ""));
    }

    /** The room that the session belongs to; empty for sessions of other applications. */
    public Optional<UUID> room() {
        var parts = OURS.matcher(value);
        return parts.matches()
                ? Optional.of(new UUID(
                        Long.parseUnsignedLong(parts.group(1), 16), Long.parseUnsignedLong(parts.group(2), 16)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
