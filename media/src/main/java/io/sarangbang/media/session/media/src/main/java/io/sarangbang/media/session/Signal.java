package io.sarangbang.media.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message to participants.
 *
 * @param to connection ids; empty means everybody
 */
public record Signal(
        List<String> to, @Nullable String type, @Nullable String data) {

    public Signal {
        to = List.copyOf(to);
    }

    ObjectNode toJson(@Nullable Participant from) {
        var json = JsonNodeFactory.instance.objectNode();
        if (data != null) {
            json.put("data", data);
        }
        if (type != null) {
            json.put("type", type);
        }
        if (from != null) {
            json.put("from", from.id());
        }
        return json;
    }
}
