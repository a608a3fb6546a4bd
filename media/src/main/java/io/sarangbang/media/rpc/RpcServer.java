package io.sarangbang.media.rpc;

import io.sarangbang.media.session.EndReason;
import io.sarangbang.media.session.Refusal;
import io.sarangbang.media.session.Rooms;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/** Every open socket and every membership, who belongs to whom, and who has to go. */
public final class RpcServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RpcServer.class);

    /** What the client takes for "your place is gone", and leaves. */
    private static final int RECONNECTION_ERROR = 40007;

    private final RpcSettings settings;
    private final Admission admission;
    private final RoomMethods methods = new RoomMethods();
    private final Set<RpcSocket> sockets = ConcurrentHashMap.newKeySet();
    private final Map<String, RpcSession> sessions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rpc-sweeper").factory());

    public RpcServer(Rooms rooms, RpcSettings settings) {
        this.settings = settings;
        this.admission = new Admission(rooms, settings, sessions);
        var every = settings.sweepEvery().toMillis();
        sweeper.scheduleWithFixedDelay(this::sweep, every, every, TimeUnit.MILLISECONDS);
    }

    /** Makes the listener for a WebSocket that a browser at {@code ip} opens. */
    public RpcSocket accept(String ip) {
        return new RpcSocket(this, settings, ip);
    }

    public int openSockets() {
        return sockets.size();
    }

    /** How many memberships there are, those waiting for their browser to come back included. */
    public int memberships() {
        return sessions.size();
    }

    void opened(RpcSocket socket) {
        sockets.add(socket);
    }

    void closed(RpcSocket socket) {
        var session = socket.session();
        if (session != null) {
            session.detach(socket, System.nanoTime());
        }
        sockets.remove(socket); // last: who no longer counts is no longer sent to
    }

    void handle(RpcSocket socket, Request request) {
        switch (request.method()) {
            case "ping" -> {
                socket.pinged();
                socket.send(Frames.result(
                        request.id(), JsonNodeFactory.instance.objectNode().put("value", "pong")));
            }
            case "joinRoom" -> admission.join(socket, request);
            case "connect" -> reconnect(socket, request);
            default -> callRoom(socket, request);
        }
    }

    private void reconnect(RpcSocket socket, Request request) {
        var id = request.params().path("sessionId").stringValue("");
        var session = sessions.get(id);
        var answer = JsonNodeFactory.instance
                .objectNode()
                .put("value", "reconnection successful")
                .put("sessionId", id);
        socket.pinged();
        if (session == null || socket.session() != null && socket.session() != session) {
            socket.send(Frames.error(request.id(), RECONNECTION_ERROR, "reconnection error"));
            return;
        }
        socket.enter(session);
        session.attach(socket, Frames.result(request.id(), answer))
                .ifPresentOrElse(
                        previous -> {
                            release(previous.socket(), session);
                            detachIfClosed(socket, session);
                        },
                        () -> {
                            socket.left(session);
                            socket.send(Frames.error(request.id(), RECONNECTION_ERROR, "reconnection error"));
                        });
    }

    private static void release(@Nullable RpcSocket old, RpcSession session) {
        if (old != null) {
            old.left(session);
            old.close(StatusCode.NORMAL, "Moved to another socket");
        }
    }

    /** Closing runs on its own thread, and may have been too early to see the session that now hangs on the socket. */
    static void detachIfClosed(RpcSocket socket, RpcSession session) {
        if (socket.closed()) {
            session.detach(socket, System.nanoTime());
        }
    }

    private void callRoom(RpcSocket socket, Request request) {
        var session = socket.session();
        if (session == null) {
            var refusal = Refusal.because(
                    Refusal.Code.NOT_CONNECTED,
                    "No connection found for this socket. Method 'Session.connect()' must be the first operation"
                            + " called in any session");
            socket.send(Frames.error(request.id(), refusal.code(), String.valueOf(refusal.getMessage())));
            return;
        }
        methods.run(new Call(request, session));
    }

    /** Looks after everything that time decides. Nothing may escape: the executor would never run it again. */
    private void sweep() {
        try {
            var now = System.nanoTime();
            sockets.forEach(socket -> sweep(socket, now));
            var graceEnded = now - settings.reconnectionGrace().toNanos();
            sessions.values().forEach(session -> {
                if (session.expires(graceEnded)) {
                    evict(session);
                }
            });
        } catch (RuntimeException e) {
            log.error("sweep failed", e);
        }
    }

    private void sweep(RpcSocket socket, long now) {
        if (socket.stuck(now)) {
            socket.cut();
        } else if (socket.silent(now)) {
            abandon(socket, now);
        } else if (socket.loitering(now)) {
            socket.close(StatusCode.NORMAL, "Nothing joined");
        }
    }

    /** A socket that stopped pinging is gone; with its media gone too, so is the person, and no grace is due. */
    private void abandon(RpcSocket socket, long now) {
        var session = socket.session();
        socket.close(StatusCode.SHUTDOWN, "No ping");
        if (session == null) {
            return;
        }
        session.detach(socket, now);
        if (session.room().lostAllMedia(session.participant()) && session.expires(now)) {
            evict(session);
        }
    }

    private void evict(RpcSession session) {
        sessions.remove(session.id());
        Thread.startVirtualThread(() -> session.room().leave(session.participant(), EndReason.NETWORK_DISCONNECT));
    }

    /** Sends every browser away; quickly, since whoever stops us does not wait. */
    @Override
    public void close() {
        sweeper.shutdownNow();
        sockets.forEach(socket -> socket.close(StatusCode.SHUTDOWN, "Server stopped"));
    }
}
