package io.sarangbang.media.rest;

import io.sarangbang.media.session.EndReason;
import io.sarangbang.media.session.Refusal;
import io.sarangbang.media.session.Room;
import io.sarangbang.media.session.Rooms;
import io.sarangbang.media.session.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sessions, their streams, and signals into them. */
final class SessionRoutes {

    private final Rooms rooms;

    SessionRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/sessions", this::open),
                Route.of("GET", "/sessions", this::list),
                Route.of("GET", "/sessions/*", this::show),
                Route.of("DELETE", "/sessions/*", this::close),
                Route.of("DELETE", "/sessions/*/stream/*", this::unpublish),
                Route.of("POST", "/signal", this::signal));
    }

    private Reply open(Call call) throws BadParameter {
        return rooms.open(new SessionRequest(call.body()).properties())
                .map(room -> Reply.json(200, room.toJson(false)))
                .orElseGet(() -> Reply.empty(409));
    }

    private Reply list(Call call) {
        var withPending = call.asks("pendingConnections", false);
        return Reply.json(200, listing(rooms.all(), room -> room.toJson(withPending)));
    }

    private Reply show(Call call) {
        return rooms.find(call.part(1))
                .map(room -> Reply.json(200, room.toJson(call.asks("pendingConnections", false))))
                .orElseGet(() -> Reply.empty(404));
    }

    private Reply close(Call call) {
        var closed = rooms.find(call.part(1)).filter(room -> room.close(EndReason.SESSION_CLOSED_BY_SERVER));
        return Reply.empty(closed.isPresent() ? 204 : 404);
    }

    private Reply unpublish(Call call) {
        return rooms.find(call.part(1))
                .map(room -> unpublish(room, call.part(2)))
                .orElseGet(() -> Reply.empty(400));
    }

    private static Reply unpublish(Room room, String streamId) {
        try (var _ = room.takeTurn()) {
            var owner = room.streams().ownerOf(streamId);
            if (owner.isEmpty()) {
                return Reply.empty(404);
            }
            room.streams().unpublish(owner.get(), EndReason.FORCE_UNPUBLISH_BY_SERVER);
            return Reply.empty(204);
        } catch (Refusal e) {
            return Reply.empty(404);
        }
    }

    private Reply signal(Call call) throws BadParameter {
        var body = call.body();
        var id = body.text("session").orElseThrow(() -> new BadParameter("\"session\" parameter is mandatory"));
        var signal = new Signal(
                recipients(body),
                body.text("type").orElse(null),
                body.text("data").orElse(null));
        return rooms.find(id).map(room -> send(room, signal, call)).orElseGet(() -> Reply.empty(404));
    }

    private static Reply send(Room room, Signal signal, Call call) {
        if (room.population() == 0) {
            return Reply.empty(406);
        }
        try {
            room.signal(null, signal);
            return Reply.empty(200);
        } catch (Refusal e) {
            var message = "\"to\" array has no valid connection identifiers";
            return Reply.error(406, "Not Acceptable", message, call.path());
        }
    }

    private static List<String> recipients(Body body) throws BadParameter {
        var ids = new ArrayList<String>();
        for (var id : body.array("to")) {
            if (!id.isString()) {
                throw new BadParameter("\"to\" parameter holds something else than connection identifiers");
            }
            ids.add(id.stringValue());
        }
        return ids;
    }

    static <T> ObjectNode listing(Iterable<T> things, Function<T, ObjectNode> describe) {
        var content = JsonNodeFactory.instance.arrayNode();
        things.forEach(thing -> content.add(describe.apply(thing)));
        var json = JsonNodeFactory.instance.objectNode().put("numberOfElements", content.size());
        return json.set("content", content);
    }
}
