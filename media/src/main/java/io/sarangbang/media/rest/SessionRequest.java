package io.sarangbang.media.rest;

import io.sarangbang.media.session.SessionProperties;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The body of {@code POST /sessions}. */
record SessionRequest(Body body) {

    private static final Pattern CUSTOM_ID = Pattern.compile("[a-zA-Z0-9_-]*");
    private static final long DEFAULT_SHM_SIZE = 512L * 1024 * 1024;

    SessionProperties properties() throws BadParameter {
        var id = body.text("customSessionId").orElse("");
        if (!CUSTOM_ID.matcher(id).matches() || id.length() > 200) {
            throw new BadParameter("Parameter \"customSessionId\" is wrong. Must be an alphanumeric string");
        }
        return new SessionProperties(
                id,
                body.choice("mediaMode", "ROUTED", "RELAYED"),
                body.choice("recordingMode", "MANUAL", "ALWAYS"),
                recordingDefaults()
                        .setAll(body.object("defaultRecordingProperties")
                                .orElseGet(JsonNodeFactory.instance::objectNode)),
                codec(),
                body.flag("allowTranscoding", false));
    }

    private String codec() throws BadParameter {
        var codec = body.choice("forcedVideoCodec", "MEDIA_SERVER_PREFERRED", "NONE", "VP8", "VP9", "H264");
        if (codec.equals("VP9") || codec.equals("H264")) {
            throw new BadParameter(
                    "Parameter forcedVideoCodec " + codec + " is not available: this server forwards VP8");
        }
        return codec;
    }

    private static ObjectNode recordingDefaults() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", "")
                .put("hasAudio", true)
                .put("hasVideo", true)
                .put("outputMode", "COMPOSED")
                .put("recordingLayout", "BEST_FIT")
                .put("resolution", "1280x720")
                .put("frameRate", 25)
                .put("shmSize", DEFAULT_SHM_SIZE);
    }
}
