package io.sarangbang.media.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a backend asked for when it created a connection.
 *
 * @param role what the connection may do
 * @param serverData what the backend tells everybody about it; may be empty
 * @param record carried for the clients' sake; this server records nothing
 * @param kurentoOptions carried for the clients' sake, or null
 * @param iceServers what this connection is told instead of the configured servers
 */
public record ConnectionProperties(
        Role role,
        String serverData,
        boolean record,
        @Nullable ObjectNode kurentoOptions,
        List<IceServer> iceServers) {

    public ConnectionProperties {
        iceServers = List.copyOf(iceServers);
    }
}
