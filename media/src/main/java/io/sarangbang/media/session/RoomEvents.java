package io.sarangbang.media.session;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells what happens in one session, in the members and names of OpenVidu's webhooks. */
final class RoomEvents {

    private final String sessionId;
    private final long sessionCreatedAt;
    private final Consumer<RoomEvent> sink;

    RoomEvents(String sessionId, long sessionCreatedAt, Consumer<RoomEvent> sink) {
        this.sessionId = sessionId;
        this.sessionCreatedAt = sessionCreatedAt;
        this.sink = sink;
    }

    void sessionCreated() {
        tell("sessionCreated", at(sessionCreatedAt));
    }

    void sessionDestroyed(EndReason reason) {
        tell("sessionDestroyed", ended(sessionCreatedAt, reason));
    }

    void joined(Participant who) {
        tell("participantJoined", about(who, at(who.joinedAt())));
    }

    void left(Participant who, EndReason reason) {
        tell("participantLeft", about(who, ended(who.joinedAt(), reason)));
    }

    void published(PublishedStream stream) {
        tell("webrtcConnectionCreated", about(stream, stream.owner(), false, at(stream.createdAt())));
    }

    void unpublished(PublishedStream stream, EndReason reason) {
        tell("webrtcConnectionDestroyed", about(stream, stream.owner(), false, ended(stream.createdAt(), reason)));
    }

    void viewed(Participant viewer, Viewing viewing) {
        tell("webrtcConnectionCreated", about(viewing.stream(), viewer.id(), true, at(viewing.createdAt())));
    }

    void unviewed(Participant viewer, Viewing viewing, EndReason reason) {
        var body = ended(viewing.createdAt(), reason);
        tell("webrtcConnectionDestroyed", about(viewing.stream(), viewer.id(), true, body));
    }

    void signalled(@Nullable Participant from, List<String> to, Signal signal) {
        var body = at(System.currentTimeMillis()).put("from", from == null ? null : from.id());
        var recipients = body.putArray("to");
        to.forEach(recipients::add);
        // The prefix is openvidu-browser's convention, not part of the type as applications know it.
        var type = signal.type();
        body.put("type", from != null && type != null ? type.replaceFirst("^signal:", "") : type);
        tell("signalSent", body.put("data", signal.data()));
    }

    private void tell(String event, ObjectNode body) {
        sink.accept(new RoomEvent(event, body.put("event", event)));
    }

    private ObjectNode at(long timestamp) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sessionId", sessionId)
                .put("uniqueSessionId", sessionId + "_" + sessionCreatedAt)
                .put("timestamp", timestamp);
    }

    private ObjectNode ended(long startTime, EndReason reason) {
        var now = System.currentTimeMillis();
        return at(now).put("startTime", startTime)
                .put("duration", (now - startTime) / 1000)
                .put("reason", reason.toString());
    }

    private static ObjectNode about(Participant who, ObjectNode body) {
        return body.put("participantId", who.id())
                .put("connectionId", who.id())
                .put("location", "unknown")
                .put("ip", who.info().ip())
                .put("platform", who.info().platform())
                .put("clientData", who.info().clientData())
                .put("serverData", who.connection().properties().serverData());
    }

    private static ObjectNode about(PublishedStream stream, String connectionId, boolean inbound, ObjectNode body) {
        body.put("streamId", stream.id()).put("participantId", connectionId).put("connectionId", connectionId);
        body.put("connection", inbound ? "INBOUND" : "OUTBOUND");
        if (inbound) {
            body.put("receivingFrom", stream.owner());
        }
        var options = stream.options();
        if (options.hasVideo()) {
            body.put("videoSource", options.typeOfVideo())
                    .put("videoFramerate", options.frameRate())
                    .put("videoDimensions", options.videoDimensions());
        }
        return body.put("audioEnabled", options.hasAudio()).put("videoEnabled", options.hasVideo());
    }
}
