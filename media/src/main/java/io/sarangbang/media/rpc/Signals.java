package io.sarangbang.media.rpc;

import io.sarangbang.media.session.Refusal;
import io.sarangbang.media.session.Signal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the JSON text that {@code sendMessage} carries inside its JSON. */
final class Signals {

    private static final JsonMapper JSON = new JsonMapper();

    private Signals() {}

    static Signal parse(String message) throws Refusal {
        if (!(read(message) instanceof ObjectNode signal)) {
            throw malformed("it is not a JSON object");
        }
        return new Signal(recipients(signal.path("to")), textOrNull(signal, "type"), textOrNull(signal, "data"));
    }

    private static JsonNode read(String message) throws Refusal {
        try {
            return JSON.readTree(message);
        } catch (JacksonException e) {
            throw malformed("it is not JSON");
        }
    }

    private static List<String> recipients(JsonNode to) throws Refusal {
        var ids = new ArrayList<String>();
        if (!to.isArray() && !to.isMissingNode() && !to.isNull()) {
            throw malformed("\"to\" is not an array");
        }
        for (var id : to) {
            if (!id.isString()) {
                throw malformed("\"to\" holds something else than connection identifiers");
            }
            ids.add(id.stringValue());
        }
        return ids;
    }

    private static @Nullable String textOrNull(ObjectNode signal, String name) throws Refusal {
        var value = signal.get(name);
        if (value != null && !value.isString() && !value.isNull()) {
            throw malformed("\"" + name + "\" is not a string");
        }
        return value == null || value.isNull() ? null : value.stringValue();
    }

    private static Refusal malformed(String why) {
        return Refusal.because(Refusal.Code.BAD_SIGNAL, "Signal format error: " + why);
    }
}
