package io.sarangbang.media.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A path over TCP, on which each datagram is preceded by its length (RFC 4571). */
final class TcpPath extends Path implements Channel {

    /** Who has not proved by then that we invited them is sent away. */
    private static final long STRANGER_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final int PREFIX = 2;

    /** About a quarter of a second of video; behind a connection slower than that, packets are dropped as on UDP. */
    private static final int BACKLOG = 64 * 1024;

    private final SocketChannel channel;
    private final PathReceiver stranger;
    private final Traffic traffic;
    private final Runnable onClose;
    private final long deadline = System.nanoTime() + STRANGER_NANOS;
    private final ByteBuffer incoming = ByteBuffer.allocate(PREFIX + PathReceiver.MAX_LENGTH);
    private ByteBuffer outgoing = ByteBuffer.allocate(PREFIX + PathReceiver.MAX_LENGTH);
    private final byte[] packet = new byte[PathReceiver.MAX_LENGTH];
    private @Nullable SelectionKey key;
    private boolean closed;

    TcpPath(SocketChannel channel, PathReceiver stranger, Traffic traffic, Runnable onClose) throws IOException {
        super((InetSocketAddress) channel.getRemoteAddress());
        this.channel = channel;
        this.stranger = stranger;
        this.traffic = traffic;
        this.onClose = onClose;
    }

    void readyAs(SelectionKey registered) {
        key = registered;
    }

    @Override
    public void ready(SelectionKey ready) throws IOException {
        if (ready.isWritable()) {
            writeOut();
        }
        if (ready.isReadable()) {
            read();
        }
    }

    /** Only who was invited gets room for a backlog; a stranger could hold much memory otherwise. */
    @Override
    public void bind(PathReceiver receiver) {
        super.bind(receiver);
        if (outgoing.capacity() < BACKLOG) {
            outgoing = ByteBuffer.allocate(BACKLOG).put(outgoing.flip());
        }
    }

    private void read() throws IOException {
        if (channel.read(incoming) < 0) {
            throw new IOException("end of stream");
        }
        incoming.flip();
        try {
            while (hasWholeFrame()) {
                int length = incoming.getChar();
                incoming.get(packet, 0, length);
                traffic.countReceived();
                receiverOr(stranger).received(this, packet, length);
            }
        } finally {
            incoming.compact();
        }
    }

    private boolean hasWholeFrame() throws IOException {
        if (incoming.remaining() < PREFIX) {
            return false;
        }
        int length = incoming.getChar(incoming.position());
        if (length > PathReceiver.MAX_LENGTH) {
            throw new IOException("a frame of " + length + " bytes");
        }
        return incoming.remaining() >= PREFIX + length;
    }

    @Override
    public void send(byte[] bytes, int length) {
        if (closed || outgoing.remaining() < PREFIX + length) {
            traffic.countDropped();
            return;
        }
        outgoing.putChar((char) length).put(bytes, 0, length);
        traffic.countSent();
        try {
            writeOut();
        } catch (IOException ended) {
            close();
        }
    }

    private void writeOut() throws IOException {
        outgoing.flip();
        try {
            channel.write(outgoing);
        } finally {
            outgoing.compact();
        }
        if (key != null) {
            boolean hasBacklog = outgoing.position() > 0;
            key.interestOps(hasBacklog ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
    }

    @Override
    public void expire(long nowNanos) {
        if (!isBound() && nowNanos - deadline > 0) {
            close();
        }
    }

    @Override
    void released() {
        close();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        onClose.run();
        try {
            channel.close();
        } catch (IOException _) {
            traffic.countDropped();
        }
    }
}
