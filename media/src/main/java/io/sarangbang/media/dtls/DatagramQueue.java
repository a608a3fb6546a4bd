package io.sarangbang.media.dtls;

import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;

/** Turns datagrams that arrive on the network thread into ones BouncyCastle can wait for. */
final class DatagramQueue implements DatagramTransport {

    private static final int CAPACITY = 64;
    private static final int RECEIVE_LIMIT = 2048;
    private static final int SEND_LIMIT = 1200;
    private static final byte[] NOTHING = {};

    private final BlockingQueue<byte[]> received = new ArrayBlockingQueue<>(CAPACITY);
    private final Consumer<byte[]> network;
    private volatile boolean closed;

    DatagramQueue(Consumer<byte[]> network) {
        this.network = network;
    }

    /** Never waits: a datagram too many is dropped, and the browser sends it again. */
    void add(byte[] packet, int length) {
        received.offer(Arrays.copyOf(packet, length));
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public int getReceiveLimit() {
        return RECEIVE_LIMIT;
    }

    @Override
    public int getSendLimit() {
        return SEND_LIMIT;
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws InterruptedIOException {
        byte[] packet = poll(waitMillis);
        if (closed) {
            // The one exception on which BouncyCastle neither waits on in circles nor sends a fatal alert.
            throw new InterruptedIOException("closed");
        }
        if (packet.length == 0) {
            return -1;
        }
        int count = Math.min(length, packet.length);
        System.arraycopy(packet, 0, buffer, offset, count);
        return count;
    }

    private byte[] poll(int waitMillis) throws InterruptedIOException {
        try {
            byte[] packet = received.poll(waitMillis, TimeUnit.MILLISECONDS);
            return packet == null ? NOTHING : packet;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void send(byte[] buffer, int offset, int length) {
        network.accept(Arrays.copyOfRange(buffer, offset, offset + length));
    }

    @Override
    public void close() {
        closed = true;
        if (!received.offer(NOTHING)) {
            received.clear();
            received.offer(NOTHING);
        }
    }
}
