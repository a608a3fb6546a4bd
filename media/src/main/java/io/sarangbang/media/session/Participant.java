package io.sarangbang.media.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who is in a session. Guarded by its room's lock. */
public final class Participant {

    private final Connection connection;
    private final ClientInfo info;
    private final Client client;
    private final long joinedAt = System.currentTimeMillis();
    private final Map<String, Viewing> viewings = new LinkedHashMap<>();
    private @Nullable PublishedStream stream;

    Participant(Connection connection, ClientInfo info, Client client) {
        this.connection = connection;
        this.info = info;
        this.client = client;
    }

    public String id() {
        return connection.id();
    }

    public Role role() {
        return connection.properties().role();
    }

    Connection connection() {
        return connection;
    }

    ClientInfo info() {
        return info;
    }

    Client client() {
        return client;
    }

    long joinedAt() {
        return joinedAt;
    }

    @Nullable
    PublishedStream stream() {
        return stream;
    }

    void publishes(@Nullable PublishedStream now) {
        stream = now;
    }

    /** What this participant watches, by the connection that sends it. */
    Map<String, Viewing> viewings() {
        return viewings;
    }

    /** Whether there was media and none of it is alive: with the socket gone too, nobody is there any more. */
    boolean lostAllMedia() {
        if (stream == null && viewings.isEmpty()) {
            return false;
        }
        return (stream == null || stream.lost())
                && viewings.values().stream()
                        .allMatch(viewing -> viewing.watch().lost());
    }

    /** Client data and server data in one string, as openvidu-browser splits it. */
    String metadata() {
        var serverData = connection.properties().serverData();
        if (info.clientData().isEmpty() || serverData.isEmpty()) {
            return info.clientData() + serverData;
        }
        return info.clientData() + "%/%" + serverData;
    }

    /** As other participants are told of it. */
    ObjectNode toPeerJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id())
                .put("createdAt", joinedAt)
                .put("metadata", metadata());
    }

    /** The members of every push that says somebody or their stream is gone. */
    ObjectNode farewell(EndReason reason) {
        return JsonNodeFactory.instance.objectNode().put("connectionId", id()).put("reason", reason.toString());
    }

    /** As one who joins later is told of it; without {@code streams} when there are none, else the client hangs. */
    ObjectNode toExistingPeerJson() {
        var json = toPeerJson();
        if (stream != null) {
            json.putArray("streams").add(stream.toJson());
        }
        return json;
    }

    /** As the REST API shows it. */
    ObjectNode toJson() {
        var json = connection.describe("active");
        json.put("activeAt", joinedAt)
                .put("location", "unknown")
                .put("ip", info.ip())
                .put("platform", info.platform())
                .put("clientData", info.clientData());
        var publishers = json.putArray("publishers");
        if (stream != null) {
            publishers.add(stream.toPublisherJson());
        }
        var subscribers = json.putArray("subscribers");
        viewings.values().forEach(viewing -> subscribers.add(viewing.toJson()));
        return json;
    }
}
