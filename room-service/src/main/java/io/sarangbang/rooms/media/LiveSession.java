package io.sarangbang.rooms.media;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as the media server has it. */
public record LiveSession(SessionId id, List<LiveConnection> connections) {

    /**
     * A connection as the media server has it.
     *
     * @param active false while its token waits to be used
     * @param createdAt by the media server's clock
     * @param seatId the seat that it was made for, if it was made by us
     */
    public record LiveConnection(
            String connectionId,
            boolean active,
            Instant createdAt,
            @Nullable UUID seatId) {}

    public Optional<LiveConnection> connection(String connectionId) {
        return connections.stream()
                .filter(it -> it.connectionId().equals(connectionId))
                .findFirst();
    }
}
