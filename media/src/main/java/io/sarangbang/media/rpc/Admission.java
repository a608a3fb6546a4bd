package io.sarangbang.media.rpc;

import io.sarangbang.media.session.ClientInfo;
import io.sarangbang.media.session.Refusal;
import io.sarangbang.media.session.Room;
import io.sarangbang.media.session.Rooms;
import java.util.Map;

/** Lets sockets into rooms by their tokens. */
final class Admission {

    private static final int MAX_METADATA = 10_000;
    private static final int MAX_PLATFORM = 500;

    private final Rooms rooms;
    private final RpcSettings settings;
    private final Map<String, RpcSession> sessions;

    Admission(Rooms rooms, RpcSettings settings, Map<String, RpcSession> sessions) {
        this.rooms = rooms;
        this.settings = settings;
        this.sessions = sessions;
    }

    void join(RpcSocket socket, Request request) {
        try {
            enter(socket, request);
        } catch (Refusal e) {
            socket.send(Frames.error(request.id(), e.code(), String.valueOf(e.getMessage())));
        }
    }

    private void enter(RpcSocket socket, Request request) throws Refusal {
        if (socket.session() != null) {
            throw Refusal.because(Refusal.Code.ALREADY_IN_ROOM, "This socket is in a session already");
        }
        var info = info(socket, request);
        var room = room(request);
        try (var _ = room.takeTurn()) {
            var session = new RpcSession(room, socket, new Backlog(settings), ended -> sessions.remove(ended.id()));
            var token = request.params().path("token").stringValue("");
            var who = room.join(token, info, session);
            session.joined(who);
            sessions.put(session.id(), session);
            socket.enter(session);
            RpcServer.detachIfClosed(socket, session);
            session.send(Frames.result(request.id(), room.welcome(who).put("sessionId", session.id())));
        }
    }

    private Room room(Request request) throws Refusal {
        var id = request.params().path("session").stringValue("");
        return rooms.find(id)
                .orElseThrow(() -> Refusal.because(
                        Refusal.Code.ROOM_NOT_FOUND, "Unable to join session. Session " + id + " cannot be found"));
    }

    private static ClientInfo info(RpcSocket socket, Request request) throws Refusal {
        var metadata = request.params().path("metadata").stringValue("");
        var platform = request.params().path("platform").stringValue("");
        if (metadata.length() > MAX_METADATA || platform.length() > MAX_PLATFORM) {
            throw Refusal.because(
                    Refusal.Code.BAD_METADATA,
                    "Unable to join session. The metadata received from the client-side has an invalid format");
        }
        return new ClientInfo(metadata, platform, socket.ip());
    }
}
