package io.sarangbang.media.rpc;

import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket of a browser: bounded in what it sends us, and in what we keep for it. */
public final class RpcSocket implements Session.Listener.AutoDemanding {

    private static final Logger log = LoggerFactory.getLogger(RpcSocket.class);

    private final RpcServer server;
    private final RpcSettings settings;
    private final String ip;
    private final RateLimit rate;
    private final Backlog outgoing;
    private volatile @Nullable Session transport;
    private volatile @Nullable RpcSession session;
    private volatile long heardAt = System.nanoTime();
    private volatile long idleSince = System.nanoTime();
    private volatile long closingSince;
    private volatile boolean closed;

    RpcSocket(RpcServer server, RpcSettings settings, String ip) {
        this.server = server;
        this.settings = settings;
        this.ip = ip;
        this.outgoing = new Backlog(settings);
        this.rate = new RateLimit(settings.burst(), settings.messagesPerSecond(), System::nanoTime);
    }

    String ip() {
        return ip;
    }

    @Nullable
    RpcSession session() {
        return session;
    }

    void enter(RpcSession now) {
        session = now;
    }

    /** Whether the other end is gone; a session that has just moved here must then count as detached. */
    boolean closed() {
        return closed;
    }

    /** The membership is over; the browser usually closes the socket now, and is made to if it does not. */
    void left(RpcSession ended) {
        if (session == ended) {
            session = null;
            idleSince = System.nanoTime();
        }
    }

    void pinged() {
        heardAt = System.nanoTime();
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        transport = opened;
        server.opened(this);
    }

    @Override
    public void onWebSocketText(String text) {
        if (closingSince != 0) {
            return;
        }
        if (!rate.allows(1 + text.length() / 1024)) {
            close(StatusCode.POLICY_VIOLATION, "Too many messages");
            return;
        }
        try {
            server.handle(this, Request.parse(text));
        } catch (Request.Malformed e) {
            send(e.toFrame());
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        close(StatusCode.BAD_DATA, "Text only");
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        log.debug("socket of {} failed", ip, cause);
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        log.debug("socket of {} closed: {} {}", ip, code, reason);
        closed = true;
        server.closed(this);
        callback.succeed();
    }

    /** Queues a message; a browser that lets too many pile up is cut off, and may come back. */
    void send(String frame) {
        var to = transport;
        if (to == null || closingSince != 0) {
            return;
        }
        if (!outgoing.add(frame)) {
            log.info("socket of {} cut: it does not read", ip);
            cut();
            return;
        }
        to.sendText(frame, Callback.from(() -> outgoing.remove(frame), _ -> outgoing.remove(frame)));
    }

    void close(int code, String reason) {
        var to = transport;
        if (to != null && closingSince == 0) {
            closingSince = System.nanoTime();
            to.close(code, reason, Callback.NOOP);
        }
    }

    void cut() {
        var to = transport;
        if (to != null) {
            closingSince = System.nanoTime();
            to.disconnect();
        }
    }

    /** Whether nothing has been heard for too long. */
    boolean silent(long now) {
        return now - heardAt > settings.maxSilence().toNanos();
    }

    /** Whether it is open for nothing. */
    boolean loitering(long now) {
        return session == null && now - idleSince > settings.joinWithin().toNanos();
    }

    /** Whether it was asked to close and the other side does not react. */
    boolean stuck(long now) {
        return closingSince != 0 && now - closingSince > 2_000_000_000L;
    }
}
