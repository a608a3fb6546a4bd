package io.sarangbang.media.rpc;

import io.sarangbang.media.session.Client;
import io.sarangbang.media.session.Identifiers;
import io.sarangbang.media.session.Participant;
import io.sarangbang.media.session.Room;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody's membership in a room as the RPC layer sees it. It outlives sockets: while there is none, pushes are kept
 * for the next one. Rooms call in during their turn, so nothing here calls a room while holding the monitor.
 */
final class RpcSession implements Client {

    /** Joining a room of thirty takes thirty, a change of network as many again; each costs keys and a connection. */
    private static final int OFFERS_AT_ONCE = 120;

    private static final int OFFERS_PER_SECOND = 2;

    private final String id = Identifiers.rpcSession();
    private final Room room;
    private final Backlog backlog;
    private final Consumer<RpcSession> onEnded;
    private final Deque<String> kept = new ArrayDeque<>();
    private final RateLimit offers = new RateLimit(OFFERS_AT_ONCE, OFFERS_PER_SECOND, System::nanoTime);
    private @Nullable Participant participant;
    private @Nullable RpcSocket socket;
    private long detachedAt;
    private boolean missedSomething;
    private boolean ended;

    RpcSession(Room room, RpcSocket socket, Backlog backlog, Consumer<RpcSession> onEnded) {
        this.room = room;
        this.socket = socket;
        this.backlog = backlog;
        this.onEnded = onEnded;
    }

    String id() {
        return id;
    }

    Room room() {
        return room;
    }

    Participant participant() {
        return Objects.requireNonNull(participant);
    }

    void joined(Participant who) {
        participant = who;
    }

    /** Whether another offer may be answered. Counted here and not per socket, of which anybody can open more. */
    boolean mayOffer() {
        return offers.allows(1);
    }

    @Override
    public void push(String method, ObjectNode params) {
        send(Frames.push(method, params));
    }

    synchronized void send(String frame) {
        if (socket != null) {
            socket.send(frame);
        } else if (backlog.add(frame)) {
            kept.add(frame);
        } else {
            missedSomething = true;
        }
    }

    @Override
    public void ended() {
        RpcSocket left;
        synchronized (this) {
            ended = true;
            left = socket;
        }
        onEnded.accept(this);
        if (left != null) {
            left.left(this);
        }
    }

    /** The socket broke; the clock of the grace starts, unless another socket has taken over. */
    synchronized void detach(RpcSocket broken, long now) {
        if (socket == broken) {
            socket = null;
            detachedAt = now;
        }
    }

    /**
     * Moves to a new socket, answers there, and delivers what was missed. Empty when it is too late for that, else what
     * the session was on before, which may be nothing.
     */
    synchronized Optional<Previous> attach(RpcSocket fresh, String answer) {
        if (ended || missedSomething) {
            return Optional.empty();
        }
        var previous = new Previous(socket == fresh ? null : socket);
        socket = fresh;
        fresh.send(answer);
        kept.forEach(fresh::send);
        kept.forEach(backlog::remove);
        kept.clear();
        return Optional.of(previous);
    }

    /** Whether the grace is over; from then on nobody can come back. */
    synchronized boolean expires(long detachedBefore) {
        if (socket == null && !ended && detachedAt - detachedBefore <= 0) {
            ended = true;
            return true;
        }
        return false;
    }

    /** The socket a session has moved away from. */
    record Previous(@Nullable RpcSocket socket) {}
}
