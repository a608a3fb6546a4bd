package io.sarangbang.rooms.media;

import io.sarangbang.defaults.problem.MalformedRequest;
import io.sarangbang.rooms.media.MediaEvent.ParticipantJoined;
import io.sarangbang.rooms.media.MediaEvent.ParticipantLeft;
import io.sarangbang.rooms.media.MediaEvent.SessionDestroyed;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads OpenVidu's webhooks; of the dozen kinds three concern us, and of sessions those that are ours. */
@Component
class OpenViduEvents {

    private final JsonMapper json;
    private final ServerDataJson serverData;

    OpenViduEvents(JsonMapper json, ServerDataJson serverData) {
        this.json = json;
        this.serverData = serverData;
    }

    Optional<MediaEvent> read(byte[] body) {
        try {
            var event = json.readTree(body);
            var session = new SessionId(text(event, "sessionId"));
            return session.room().isEmpty() ? Optional.empty() : Optional.ofNullable(read(event, session));
        } catch (JacksonException e) {
            throw new MalformedRequest("This is not an event of OpenVidu's.");
        }
    }

    private @Nullable MediaEvent read(JsonNode event, SessionId session) {
        var connection = text(event, "connectionId");
        var seat = serverData.seatIn(text(event, "serverData"));
        var at = Instant.ofEpochMilli(event.path("timestamp").asLong(0));
        return switch (text(event, "event")) {
            case "participantJoined" -> new ParticipantJoined(session, connection, seat, at);
            case "participantLeft" -> new ParticipantLeft(session, connection, seat, text(event, "reason"));
            case "sessionDestroyed" -> new SessionDestroyed(session, at);
            default -> null;
        };
    }

    private static String text(JsonNode event, String member) {
        return event.path(member).asString("");
    }
}
