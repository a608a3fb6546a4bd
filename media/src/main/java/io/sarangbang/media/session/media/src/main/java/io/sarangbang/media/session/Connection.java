package io.sarangbang.media.session;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place in a session that a backend has made for somebody: pending until its token is used, once.
 *
 * @param tokenUrl what the browser connects with
 */
public record Connection(
        String id, String sessionId, String tokenUrl, long createdAt, ConnectionProperties properties) {

    /** As the REST API shows it while nobody uses it. */
    public ObjectNode toJson() {
        var json = describe("pending");
        for (var unknown :
                new String[] {"activeAt", "location", "ip", "platform", "clientData", "publishers", "subscribers"}) {
            json.putNull(unknown);
        }
        return json;
    }

    /** What is the same for pending and active connections; the Java client fails on any key left out. */
    ObjectNode describe(String status) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", id)
                .put("object", "connection")
                .put("status", status)
                .put("connectionId", id)
                .put("sessionId", sessionId)
                .put("createdAt", createdAt)
                .put("type", "WEBRTC")
                .put("record", properties.record())
                .put("role", properties.role().name())
                .put("serverData", properties.serverData())
                .put("token", tokenUrl);
        json.set("kurentoOptions", properties.kurentoOptions());
        for (var ofIpCameras :
                new String[] {"rtspUri", "adaptativeBitrate", "onlyPlayWithSubscribers", "networkCache"}) {
            json.putNull(ofIpCameras);
        }
        var servers = json.putArray("customIceServers");
        properties.iceServers().forEach(server -> servers.add(server.toJson()));
        return json;
    }

    /** The answer to the deprecated {@code POST /tokens}. */
    public ObjectNode toTokenJson() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", tokenUrl)
                .put("token", tokenUrl)
                .put("createdAt", createdAt)
                .put("connectionId", id)
                .put("session", sessionId)
                .put("data", properties.serverData())
                .put("role", properties.role().name());
        if (properties.kurentoOptions() != null) {
            json.set("kurentoOptions", properties.kurentoOptions());
        }
        return json;
    }
}
