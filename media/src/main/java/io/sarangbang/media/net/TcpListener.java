package io.sarangbang.media.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Accepts ICE-TCP connections (RFC 6544, passive) from browsers whose network lets no UDP through. */
final class TcpListener implements Channel {

    private static final int MAX_CONNECTIONS = 512;

    private final ServerSocketChannel channel;
    private final EventLoop loop;
    private final PathReceiver stranger;
    private final Traffic traffic;
    private int connections;

    private TcpListener(ServerSocketChannel channel, EventLoop loop, PathReceiver stranger, Traffic traffic) {
        this.channel = channel;
        this.loop = loop;
        this.stranger = stranger;
        this.traffic = traffic;
    }

    static TcpListener bind(InetSocketAddress local, EventLoop loop, PathReceiver stranger, Traffic traffic)
            throws IOException {
        var channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(local);
            var listener = new TcpListener(channel, loop, stranger, traffic);
            loop.register(channel, SelectionKey.OP_ACCEPT, listener);
            return listener;
        } catch (IOException unusable) {
            channel.close();
            throw unusable;
        }
    }

    /** A browser that hangs up at once, or a process out of file descriptors, must not end the listener. */
    @Override
    public void ready(SelectionKey key) {
        try {
            var accepted = channel.accept();
            if (accepted != null) {
                welcome(accepted);
            }
        } catch (IOException failed) {
            traffic.countDropped();
        }
    }

    private void welcome(SocketChannel accepted) throws IOException {
        if (connections == MAX_CONNECTIONS) {
            accepted.close();
            traffic.countDropped();
            return;
        }
        accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var path = new TcpPath(accepted, stranger, traffic, () -> connections--);
        path.readyAs(loop.register(accepted, SelectionKey.OP_READ, path));
        connections++;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            traffic.countDropped();
        }
    }
}
