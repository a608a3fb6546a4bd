package io.sarangbang.rooms.media;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How server data travels. */
@Component
class ServerDataJson {

    private final JsonMapper json;

    ServerDataJson(JsonMapper json) {
        this.json = json;
    }

    String write(ServerData data) {
        return json.writeValueAsString(data);
    }

    /** The seat in it; null for whatever was not written by us. */
    @Nullable
    UUID seatIn(@Nullable String text) {
        if (text == null || !text.startsWith("{")) {
            return null;
        }
        try {
            return UUID.fromString(json.readTree(text).path("seatId").asString(""));
        } catch (JacksonException | IllegalArgumentException _) {
            return null;
        }
    }
}
