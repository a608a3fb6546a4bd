package io.sarangbang.media.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a call is answered; most refusals of the real server have no body. */
public record Reply(int status, @Nullable String contentType, String body) {

    static Reply empty(int status) {
        return new Reply(status, null, "");
    }

    static Reply json(int status, JsonNode body) {
        return new Reply(status, "application/json", body.toString());
    }

    static Reply text(String body) {
        return new Reply(200, "text/plain;charset=UTF-8", body);
    }

    /** The error body of the real server. */
    static Reply error(int status, String reason, String message, String path) {
        return json(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("timestamp", System.currentTimeMillis())
                        .put("status", status)
                        .put("error", reason)
                        .put("message", message)
                        .put("path", path));
    }

    ByteBuffer bytes() {
        return ByteBuffer.wrap(body.getBytes(UTF_8));
    }
}
