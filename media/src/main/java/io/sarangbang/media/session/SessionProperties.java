package io.sarangbang.media.session;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a backend asked for when it created a session.
 *
 * @param customSessionId the id it wants, or empty
 * @param mediaMode {@code ROUTED} or {@code RELAYED}; media is always routed
 * @param recordingMode carried for the clients' sake
 * @param defaultRecordingProperties carried for the clients' sake
 * @param forcedVideoCodec {@code MEDIA_SERVER_PREFERRED}, {@code VP8} or {@code NONE}: all of them mean VP8 here
 * @param allowTranscoding carried for the clients' sake; nothing is transcoded
 */
public record SessionProperties(
        String customSessionId,
        String mediaMode,
        String recordingMode,
        ObjectNode defaultRecordingProperties,
        String forcedVideoCodec,
        boolean allowTranscoding) {

    /** The part of a session's JSON that never changes. */
    ObjectNode describe(String id, long createdAt) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", "session")
                .put("sessionId", id)
                .put("createdAt", createdAt)
                .put("recording", false)
                .put("broadcasting", false)
                .put("mediaMode", mediaMode)
                .put("recordingMode", recordingMode)
                .put("customSessionId", customSessionId)
                .put("forcedVideoCodec", forcedVideoCodec)
                .put("allowTranscoding", allowTranscoding);
        return json.set("defaultRecordingProperties", defaultRecordingProperties);
    }
}
