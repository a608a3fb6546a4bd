package io.sarangbang.gateway.edge;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;

/** The one thread that may touch a connection from a browser. */
public final class ConnectionLoop {

    private ConnectionLoop() {}

    /** Runs work on the thread of this request's connection, in a turn of its own. */
    public static Scheduler of(ServerHttpRequest request) {
        Connection connection = ServerHttpRequestDecorator.getNativeRequest(request);
        return Schedulers.fromExecutor(connection.channel().eventLoop());
    }
}
