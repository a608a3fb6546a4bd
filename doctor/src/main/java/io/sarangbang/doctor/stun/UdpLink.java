package io.sarangbang.doctor.stun;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Datagrams to one address. Answers may come from another: Docker's proxy answers its neighbours from the address that is
 * next to them. Whose they are is told by their transaction.
 */
public final class UdpLink implements StunLink {

    private static final int MAX_LENGTH = 2048;
    private static final Duration REPEAT = Duration.ofMillis(400);

    private final DatagramSocket socket;
    private final InetSocketAddress server;

    private UdpLink(DatagramSocket socket, InetSocketAddress server) {
        this.socket = socket;
        this.server = server;
    }

    public static UdpLink to(InetSocketAddress server) throws IOException {
        if (server.isUnresolved()) {
            throw new UnknownHostException(server.getHostString());
        }
        return new UdpLink(new DatagramSocket(), server);
    }

    @Override
    public void send(byte[] message) throws IOException {
        socket.send(new DatagramPacket(message, message.length, server));
    }

    @Override
    public Optional<byte[]> receive(Duration patience) throws IOException {
        var packet = new DatagramPacket(new byte[MAX_LENGTH], MAX_LENGTH);
        socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
        try {
            socket.receive(packet);
            return Optional.of(Arrays.copyOf(packet.getData(), packet.getLength()));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
    }

    @Override
    public Duration repeatAfter() {
        return REPEAT;
    }

    @Override
    public void close() {
        socket.close();
    }
}
