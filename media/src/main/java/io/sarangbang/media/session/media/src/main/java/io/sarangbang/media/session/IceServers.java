package io.sarangbang.media.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers which ICE servers a joining browser is told. Never none: openvidu-browser would fall back to random public
 * STUN servers, which leaks who talks here and fails without Internet.
 */
public final class IceServers {

    private final IceSettings settings;
    private final IceServer own;

    /** @param ownPort where our media engine answers STUN by itself */
    public IceServers(IceSettings settings, PublicAddress address, int ownPort) {
        this.settings = settings;
        this.own = new IceServer("stun:" + address.urlHost() + ":" + ownPort, null, null);
    }

    /** Adds the members of a join result that are about ICE. */
    void describe(ConnectionProperties connection, ObjectNode result) {
        var turn = settings.turn();
        var credential = turn == null ? null : TurnCredential.mint(turn.secret(), Instant.now());
        if (turn != null && credential != null) {
            result.put("coturnIp", turn.host()).put("coturnPort", turn.port());
            result.put("turnUsername", credential.username()).put("turnCredential", credential.password());
        }
        var servers = result.putArray("customIceServers");
        choose(connection, turn, credential).forEach(server -> servers.add(server.toJson()));
    }

    private List<IceServer> choose(
            ConnectionProperties connection, IceSettings.@Nullable Turn turn, @Nullable TurnCredential credential) {
        if (!connection.iceServers().isEmpty()) {
            return connection.iceServers();
        }
        if (!settings.servers().isEmpty()) {
            return settings.servers().stream().map(IceServers::withCredential).toList();
        }
        if (turn != null && credential != null) {
            var url = "turn:" + turn.host() + ":" + turn.port();
            return List.of(new IceServer(url, credential.username(), credential.password()));
        }
        return List.of(own);
    }

    private static IceServer withCredential(IceSettings.Listed listed) {
        if (listed.secret() == null) {
            return listed.server();
        }
        var minted = TurnCredential.mint(listed.secret(), Instant.now());
        return new IceServer(listed.server().url(), minted.username(), minted.password());
    }
}
