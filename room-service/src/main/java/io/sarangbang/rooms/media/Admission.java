package io.sarangbang.rooms.media;

import java.time.Instant;

/**
 * What one browser needs to connect, once.
 *
 * @param createdAt when the media server made the connection, by its own clock
 */
public record Admission(String connectionId, String token, Instant createdAt) {

    @Override
    public String toString() {
        return "Admission[" + connectionId + "]";
    }
}
