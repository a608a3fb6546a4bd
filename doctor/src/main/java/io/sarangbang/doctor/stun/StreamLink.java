package io.sarangbang.doctor.stun;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** Messages over TCP or TLS. */
public final class StreamLink implements StunLink {

    private static final Duration NEVER = Duration.ofDays(1);

    private final Socket socket;
    private final Framing framing;
    private final DataInputStream in;

    private StreamLink(Socket socket, Framing framing) throws IOException {
        this.socket = socket;
        this.framing = framing;
        this.in = new DataInputStream(socket.getInputStream());
    }

    private enum Framing {
        BARE,
        LENGTH_FIRST
    }

    /** As TURN does it: one message after another. */
    public static StreamLink turn(Socket connected) throws IOException {
        return new StreamLink(connected, Framing.BARE);
    }

    /** As ICE candidates over TCP want it: two bytes of length before each message (RFC 4571). */
    public static StreamLink candidate(Socket connected) throws IOException {
        return new StreamLink(connected, Framing.LENGTH_FIRST);
    }

    @Override
    public void send(byte[] message) throws IOException {
        var out = ByteBuffer.allocate(message.length + 2);
        if (framing == Framing.LENGTH_FIRST) {
            out.putChar((char) message.length);
        }
        out.put(message);
        socket.getOutputStream().write(out.array(), 0, out.position());
        socket.getOutputStream().flush();
    }

    @Override
    public Optional<byte[]> receive(Duration patience) throws IOException {
        socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
        try {
            return Optional.of(framing == Framing.BARE ? bare() : in.readNBytes(in.readUnsignedShort()));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
    }

    private byte[] bare() throws IOException {
        int type = in.readUnsignedShort();
        int length = in.readUnsignedShort();
        var message = ByteBuffer.allocate(StunMessage.HEADER_LENGTH + length);
        message.putChar((char) type).putChar((char) length);
        in.readFully(message.array(), 4, message.capacity() - 4);
        return message.array();
    }

    @Override
    public Duration repeatAfter() {
        return NEVER;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // nobody listens any more, and that is what was wanted
        }
    }
}
