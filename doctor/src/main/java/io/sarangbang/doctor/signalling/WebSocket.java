package io.sarangbang.doctor.signalling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sarangbang.doctor.wire.Http;
import io.sarangbang.doctor.wire.Reply;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** The client's side of RFC 6455, as far as short texts need it, over a connection that may have been led elsewhere. */
final class WebSocket implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MAX_MESSAGE = 1 << 20;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;
    private final DataInputStream in;

    private WebSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Something else than 101 was answered to the handshake. */
    static final class Refused extends IOException {

        private final transient Reply reply;

        Refused(Reply reply) {
            super("the WebSocket handshake was answered " + reply.status());
            this.reply = reply;
        }

        Reply reply() {
            return reply;
        }
    }

    /** The connection ended; what the other side said when it closed, or that it said nothing. */
    static final class Ended extends IOException {
        Ended(String how) {
            super(how);
        }
    }

    static WebSocket open(Socket connected, URI uri, String origin) throws IOException {
        byte[] key = new byte[16];
        RANDOM.nextBytes(key);
        var reply = Http.exchange(
                connected,
                "GET",
                uri,
                Map.of(
                        "Connection", "Upgrade",
                        "Upgrade", "websocket",
                        "Sec-WebSocket-Version", "13",
                        "Sec-WebSocket-Key", Base64.getEncoder().encodeToString(key),
                        "Origin", origin),
                "");
        if (reply.status() != 101) {
            connected.close();
            throw new Refused(reply);
        }
        return new WebSocket(connected);
    }

    void send(String text) throws IOException {
        send(TEXT, text.getBytes(UTF_8));
    }

    /** A client masks what it sends. */
    private void send(int kind, byte[] payload) throws IOException {
        byte[] mask = new byte[4];
        RANDOM.nextBytes(mask);
        var frame = ByteBuffer.allocate(payload.length + 14).put((byte) (0x80 | kind));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putChar((char) payload.length);
        }
        frame.put(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask[i % 4]));
        }
        socket.getOutputStream().write(frame.array(), 0, frame.position());
        socket.getOutputStream().flush();
    }

    /** The next text. A {@link java.net.SocketTimeoutException} tells that none came in time. */
    String receive(Duration patience) throws IOException {
        socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
        var text = new ByteArrayOutputStream();
        while (true) {
            int first = firstByte();
            byte[] payload = payload();
            switch (first & 0x0F) {
                case CLOSE -> throw new Ended(closing(payload));
                case PING -> send(PONG, payload);
                case PONG -> {}
                default -> text.write(payload);
            }
            boolean isText = (first & 0x0F) < CLOSE;
            if (isText && (first & 0x80) != 0) {
                return text.toString(UTF_8);
            }
        }
    }

    private int firstByte() throws IOException {
        int first = in.read();
        if (first == -1) {
            throw new Ended("without a word");
        }
        return first;
    }

    private byte[] payload() throws IOException {
        long length = in.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        if (length < 0 || length > MAX_MESSAGE) {
            throw new IOException("a message of " + length + " bytes");
        }
        return in.readNBytes((int) length);
    }

    private static String closing(byte[] payload) {
        return payload.length < 2
                ? "closed"
                : "closed with " + (int) ByteBuffer.wrap(payload).getChar();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it was to end, and it has
        }
    }
}
