package io.sarangbang.rooms.media;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the media server told us; may come late, twice, or in another order than it happened. */
public sealed interface MediaEvent {

    SessionId session();

    /** Somebody connected. */
    record ParticipantJoined(
            SessionId session,
            String connectionId,
            @Nullable UUID seatId,
            Instant at) implements MediaEvent {}

    /** Somebody's connection ended. */
    record ParticipantLeft(
            SessionId session,
            String connectionId,
            @Nullable UUID seatId,
            String reason) implements MediaEvent {}

    /**
     * A session ended, and with it every connection made until then.
     *
     * @param at by the media server's clock
     */
    record SessionDestroyed(SessionId session, Instant at) implements MediaEvent {}
}
