package io.sarangbang.media.session;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a publisher said about its stream; parts it did not mention are null.
 *
 * @param videoDimensions JSON text, as the protocol has it
 */
public record MediaOptions(
        boolean hasAudio,
        boolean hasVideo,
        @Nullable Boolean audioActive,
        @Nullable Boolean videoActive,
        @Nullable String typeOfVideo,
        @Nullable Integer frameRate,
        @Nullable String videoDimensions) {

    /** Part of a stream's id: where its picture comes from. */
    String kind() {
        if (!hasVideo || typeOfVideo == null) {
            return "MIC";
        }
        return switch (typeOfVideo) {
            case "SCREEN" -> "SCR";
            case "CUSTOM" -> "CUS";
            default -> "CAM";
        };
    }

    /** These options after a change the publisher announced; changes that are not kept leave them as they are. */
    MediaOptions with(String property, JsonNode value) {
        return switch (property) {
            case "audioActive" -> withActive(value.booleanValue(true), videoActive);
            case "videoActive" -> withActive(audioActive, value.booleanValue(true));
            case "videoDimensions" -> withDimensions(value.stringValue(videoDimensions));
            default -> this;
        };
    }

    private MediaOptions withActive(@Nullable Boolean audio, @Nullable Boolean video) {
        return new MediaOptions(hasAudio, hasVideo, audio, video, typeOfVideo, frameRate, videoDimensions);
    }

    private MediaOptions withDimensions(@Nullable String dimensions) {
        return new MediaOptions(hasAudio, hasVideo, audioActive, videoActive, typeOfVideo, frameRate, dimensions);
    }

    ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("hasAudio", hasAudio);
        if (hasAudio) {
            json.put("audioActive", audioActive);
        }
        json.put("hasVideo", hasVideo);
        if (hasVideo) {
            json.put("videoActive", videoActive)
                    .put("typeOfVideo", typeOfVideo)
                    .put("frameRate", frameRate)
                    .put("videoDimensions", videoDimensions);
        }
        json.putObject("filter");
        return json;
    }
}
