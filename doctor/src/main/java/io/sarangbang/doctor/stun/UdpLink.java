package io.sarangbang.doctor.stun;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Datagrams to one address; others are not listened to. */
public final class UdpLink implements StunLink {

    private static final int MAX_LENGTH = 2048;
    private static final Duration REPEAT = Duration.ofMillis(400);

    private final DatagramSocket socket;

    private UdpLink(DatagramSocket socket) {
        this.socket = socket;
    }

    public static UdpLink to(InetSocketAddress server) throws IOException {
        var socket = new DatagramSocket();
        try {
            socket.connect(server);
            return new UdpLink(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void send(byte[] message) throws IOException {
        socket.send(new DatagramPacket(message, message.length));
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
