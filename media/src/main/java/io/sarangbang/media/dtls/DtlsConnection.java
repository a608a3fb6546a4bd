package io.sarangbang.media.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One browser's DTLS: a handshake, then waiting for a goodbye. It holds no thread until the browser's first datagram.
 */
public final class DtlsConnection {

    private static final Logger LOG = LoggerFactory.getLogger(DtlsConnection.class);
    private static final int IDLE_WAIT_MILLIS = 60_000;

    private final PassiveTls tls;
    private final DatagramQueue datagrams;
    private final DtlsListener listener;
    private final Semaphore handshakes;
    private @Nullable Thread thread;
    private volatile boolean closing;

    DtlsConnection(PassiveTls tls, DatagramQueue datagrams, DtlsListener listener, Semaphore handshakes) {
        this.tls = tls;
        this.datagrams = datagrams;
        this.listener = listener;
        this.handshakes = handshakes;
    }

    /** Takes a datagram from the network; only one thread may call this. */
    public void received(byte[] packet, int length) {
        if (datagrams.isClosed() || (thread == null && !handshakes.tryAcquire())) {
            return;
        }
        datagrams.add(packet, length);
        if (thread == null) {
            thread = Thread.ofVirtual().name("dtls").start(this::run);
        }
    }

    private void run() {
        try {
            waitForGoodbye(shakeHands());
            end("said goodbye");
        } catch (IOException | RuntimeException failed) {
            end("DTLS failed: " + failed.getMessage());
        }
    }

    private DTLSTransport shakeHands() throws IOException {
        try {
            return new DTLSServerProtocol().accept(tls, datagrams);
        } finally {
            handshakes.release();
        }
    }

    /**
     * Also lets BouncyCastle answer when the browser has missed the end of our handshake and repeats the end of its
     * own.
     */
    private void waitForGoodbye(DTLSTransport transport) throws IOException {
        byte[] ignored = new byte[datagrams.getReceiveLimit()];
        while (!datagrams.isClosed() && !tls.hasFarewell()) {
            receiveQuietly(transport, ignored);
        }
        transport.close();
    }

    private static void receiveQuietly(DTLSTransport transport, byte[] ignored) throws IOException {
        try {
            transport.receive(ignored, 0, ignored.length, IDLE_WAIT_MILLIS);
        } catch (InterruptedIOException closed) {
            LOG.trace("Nothing more is received", closed);
        }
    }

    private void end(String reason) {
        datagrams.close();
        if (!closing) {
            listener.ended(reason);
        }
    }

    /** Says goodbye if there is somebody to say it to. */
    public void close() {
        closing = true;
        datagrams.close();
    }

    /** Waits until the goodbye has been handed to the network. */
    public void awaitEnd(Duration patience) throws InterruptedException {
        if (thread != null) {
            thread.join(patience);
        }
    }
}
