package io.sarangbang.media.session;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A STUN or TURN server that browsers are told to use. */
public record IceServer(
        String url, @Nullable String username, @Nullable String credential) {

    public IceServer {
        if (!url.matches("(stun|stuns|turn|turns):[^\\s]+")) {
            throw new IllegalArgumentException("Not a STUN or TURN address: " + url);
        }
    }

    ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode().put("url", url);
        if (username != null) {
            json.put("username", username);
        }
        if (credential != null) {
            json.put("credential", credential);
        }
        return json;
    }
}
