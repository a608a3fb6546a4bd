package io.sarangbang.media.rest;

import io.sarangbang.media.session.ConnectionProperties;
import io.sarangbang.media.session.IceServer;
import io.sarangbang.media.session.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of {@code POST /sessions/{id}/connection} and of the deprecated {@code POST /tokens}. */
record ConnectionRequest(Body body) {

    private static final int MAX_DATA = 10_000;

    boolean forIpCamera() throws BadParameter {
        return body.choice("type", "WEBRTC", "IPCAM").equals("IPCAM");
    }

    ConnectionProperties properties() throws BadParameter {
        var data = body.text("data").orElse("");
        if (data.length() > MAX_DATA) {
            throw new BadParameter("Parameter \"data\" is too long. At most " + MAX_DATA + " characters");
        }
        return new ConnectionProperties(
                Role.valueOf(body.choice("role", "PUBLISHER", "SUBSCRIBER", "MODERATOR")),
                data,
                body.flag("record", true),
                body.object("kurentoOptions").orElse(null),
                iceServers());
    }

    private List<IceServer> iceServers() throws BadParameter {
        var servers = new ArrayList<IceServer>();
        for (var entry : body.array("customIceServers")) {
            try {
                servers.add(new IceServer(
                        entry.path("url").stringValue(""), text(entry, "username"), text(entry, "credential")));
            } catch (IllegalArgumentException e) {
                throw new BadParameter("Error in parameter 'customIceServers'. " + e.getMessage());
            }
        }
        return servers;
    }

    private static @Nullable String text(JsonNode entry, String name) {
        return entry.path(name).stringValue(null);
    }
}
