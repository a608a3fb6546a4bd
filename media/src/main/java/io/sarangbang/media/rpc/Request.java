package io.sarangbang.media.rpc;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One JSON-RPC request of a browser. */
record Request(JsonNode id, String method, ObjectNode params) {

    private static final JsonMapper JSON = new JsonMapper();

    static Request parse(String text) throws Malformed {
        if (!(read(text) instanceof ObjectNode message)) {
            throw new Malformed(null, Frames.INVALID_REQUEST, "A message must be a JSON object");
        }
        var id = message.get("id");
        if (id == null || !(id.isNumber() || id.isString())) {
            throw new Malformed(null, Frames.INVALID_REQUEST, "A request needs an id");
        }
        if (!(message.get("method") instanceof JsonNode method && method.isString())
                || !"2.0".equals(message.path("jsonrpc").stringValue(""))) {
            throw new Malformed(id, Frames.INVALID_REQUEST, "Not a JSON-RPC 2.0 request");
        }
        var params = message.get("params") instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
        return new Request(id, method.stringValue(), params);
    }

    private static JsonNode read(String text) throws Malformed {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new Malformed(null, Frames.PARSE_ERROR, "Not JSON: " + e.getOriginalMessage());
        }
    }

    /** Something a socket sent that is not a request. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable JsonNode id;
        private final int code;

        Malformed(@Nullable JsonNode id, int code, String message) {
            super(message);
            this.id = id;
            this.code = code;
        }

        String toFrame() {
            return Frames.error(id, code, String.valueOf(getMessage()));
        }
    }
}
