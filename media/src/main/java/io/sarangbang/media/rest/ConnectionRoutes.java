package io.sarangbang.media.rest;

import io.sarangbang.media.session.Connection;
import io.sarangbang.media.session.EndReason;
import io.sarangbang.media.session.Room;
import io.sarangbang.media.session.Rooms;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Connections, and the older form of the same thing: tokens. */
final class ConnectionRoutes {

    private final Rooms rooms;

    ConnectionRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/sessions/*/connection", this::create),
                Route.of("GET", "/sessions/*/connection", this::list),
                Route.of("GET", "/sessions/*/connection/*", this::show),
                Route.of("DELETE", "/sessions/*/connection/*", this::disconnect),
                // The community edition does not let a connection change.
                Route.of("PATCH", "/sessions/*/connection/*", _ -> Reply.empty(403)),
                Route.of("POST", "/tokens", this::createToken));
    }

    private Reply create(Call call) throws BadParameter {
        var room = rooms.find(call.part(1));
        if (room.isEmpty()) {
            return Reply.empty(404);
        }
        var wanted = new ConnectionRequest(call.body());
        if (wanted.forIpCamera()) {
            return Reply.error(501, "Not Implemented", "This media server has no IP cameras", call.path());
        }
        return invite(room.get(), wanted, Connection::toJson);
    }

    private Reply createToken(Call call) throws BadParameter {
        var body = call.body();
        var id = body.text("session").orElseThrow(() -> new BadParameter("\"session\" parameter is mandatory"));
        var room = rooms.find(id);
        if (room.isEmpty()) {
            return Reply.error(404, "Not Found", "Session " + id + " not found", call.path());
        }
        return invite(room.get(), new ConnectionRequest(body), Connection::toTokenJson);
    }

    private static Reply invite(Room room, ConnectionRequest wanted, Function<Connection, ObjectNode> describe)
            throws BadParameter {
        return room.invite(wanted.properties())
                .map(connection -> Reply.json(200, describe.apply(connection)))
                .orElseGet(() -> Reply.empty(404));
    }

    private Reply list(Call call) {
        return rooms.find(call.part(1))
                .map(room -> room.describeConnections(call.asks("pendingConnections", true)))
                .map(connections -> Reply.json(200, SessionRoutes.listing(connections, Function.identity())))
                .orElseGet(() -> Reply.empty(404));
    }

    private Reply show(Call call) {
        return rooms.find(call.part(1))
                .map(room -> room.describeConnection(call.part(2))
                        .map(connection -> Reply.json(200, connection))
                        .orElseGet(() -> Reply.empty(404)))
                .orElseGet(() -> Reply.empty(400));
    }

    private Reply disconnect(Call call) {
        return rooms.find(call.part(1))
                .map(room -> Reply.empty(disconnect(room, call.part(2)) ? 204 : 404))
                .orElseGet(() -> Reply.empty(400));
    }

    private static boolean disconnect(Room room, String connectionId) {
        try (var _ = room.takeTurn()) {
            var who = room.find(connectionId);
            who.ifPresent(there -> room.evict(there, EndReason.FORCE_DISCONNECT_BY_SERVER, () -> {}));
            return who.isPresent() || room.revoke(connectionId);
        }
    }
}
