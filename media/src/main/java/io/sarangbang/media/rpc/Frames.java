package io.sarangbang.media.rpc;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON-RPC messages this server sends, as text. */
final class Frames {

    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;

    private Frames() {}

    static String result(JsonNode id, ObjectNode result) {
        var frame = JsonNodeFactory.instance.objectNode();
        frame.set("id", id);
        frame.set("result", result);
        return frame.put("jsonrpc", "2.0").toString();
    }

    static String error(@Nullable JsonNode id, int code, String message) {
        var frame = JsonNodeFactory.instance.objectNode();
        frame.set("id", id);
        frame.putObject("error").put("code", code).put("message", message);
        return frame.put("jsonrpc", "2.0").toString();
    }

    static String push(String method, ObjectNode params) {
        var frame = JsonNodeFactory.instance.objectNode().put("method", method);
        frame.set("params", params);
        return frame.put("jsonrpc", "2.0").toString();
    }
}
