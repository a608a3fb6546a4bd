package io.sarangbang.media.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The UDP socket on one local address. A wildcard socket might answer from another address, which browsers do not
 * accept.
 */
final class UdpSocket implements Channel {

    private static final int BUFFER = 1 << 20;

    /** Lets other sockets and timers have their turn in a flood. */
    private static final int BATCH = 64;

    private final DatagramChannel channel;
    private final PathReceiver stranger;
    private final Traffic traffic;
    private final Map<InetSocketAddress, UdpPath> paths = new HashMap<>();
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(PathReceiver.MAX_LENGTH);
    private final ByteBuffer outgoing = ByteBuffer.allocateDirect(PathReceiver.MAX_LENGTH);
    private final byte[] packet = new byte[PathReceiver.MAX_LENGTH];

    private UdpSocket(DatagramChannel channel, PathReceiver stranger, Traffic traffic) {
        this.channel = channel;
        this.stranger = stranger;
        this.traffic = traffic;
    }

    static UdpSocket bind(InetSocketAddress local, EventLoop loop, PathReceiver stranger, Traffic traffic)
            throws IOException {
        var channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
            channel.bind(local);
            var socket = new UdpSocket(channel, stranger, traffic);
            loop.register(channel, SelectionKey.OP_READ, socket);
            return socket;
        } catch (IOException unusable) {
            channel.close();
            throw unusable;
        }
    }

    InetSocketAddress local() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    @Override
    public void ready(SelectionKey key) {
        for (int i = 0; i < BATCH; i++) {
            var remote = receive();
            if (remote == null) {
                return;
            }
            traffic.countReceived();
            int length = incoming.flip().remaining();
            incoming.get(packet, 0, length);
            var path = pathTo(remote);
            path.receiverOr(stranger).received(path, packet, length);
        }
    }

    /**
     * The sender of the next datagram, if there is one. An error that a datagram left behind must not end the socket.
     */
    private @Nullable InetSocketAddress receive() {
        incoming.clear();
        try {
            return (InetSocketAddress) channel.receive(incoming);
        } catch (IOException failed) {
            traffic.countDropped();
            return null;
        }
    }

    private UdpPath pathTo(InetSocketAddress remote) {
        var known = paths.get(remote);
        return known == null ? new UdpPath(remote) : known;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            traffic.countDropped();
        }
    }

    /** Only paths with a receiver are remembered, so that packets from anywhere cost no memory. */
    private final class UdpPath extends Path {

        UdpPath(InetSocketAddress remote) {
            super(remote);
        }

        @Override
        public void bind(PathReceiver receiver) {
            super.bind(receiver);
            paths.put(remote(), this);
        }

        @Override
        void released() {
            paths.remove(remote(), this);
        }

        @Override
        public void send(byte[] bytes, int length) {
            outgoing.clear().put(bytes, 0, length).flip();
            try {
                if (channel.send(outgoing, remote()) == length) {
                    traffic.countSent();
                    return;
                }
            } catch (IOException unreachable) {
                // A browser behind a vanished route is noticed by its silence.
            }
            traffic.countDropped();
        }
    }
}
