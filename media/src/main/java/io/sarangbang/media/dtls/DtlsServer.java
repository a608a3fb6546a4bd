package io.sarangbang.media.dtls;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Shakes hands with browsers, a bounded number at a time, each on a virtual thread of its own. */
public final class DtlsServer {

    /** More than this many at once would only make all of them slower; the rest are admitted as they resend. */
    private static final int MAX_HANDSHAKES = 64;

    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(20);

    private final DtlsCertificate certificate;
    private final Duration timeout;
    private final Semaphore handshakes;

    public DtlsServer() throws IOException {
        this(DtlsCertificate.selfSigned(), HANDSHAKE_TIMEOUT, MAX_HANDSHAKES);
    }

    DtlsServer(DtlsCertificate certificate, Duration timeout, int maxHandshakes) {
        this.certificate = certificate;
        this.timeout = timeout;
        this.handshakes = new Semaphore(maxHandshakes);
    }

    public String fingerprint() {
        return certificate.fingerprint();
    }

    /**
     * Makes a connection that waits for its first datagram.
     *
     * @param expectedFingerprint of the certificate the browser announced in its offer
     * @param network sends a datagram to the browser
     */
    public DtlsConnection accept(String expectedFingerprint, Consumer<byte[]> network, DtlsListener listener) {
        var tls = new PassiveTls(certificate, expectedFingerprint, (int) timeout.toMillis(), listener);
        return new DtlsConnection(tls, new DatagramQueue(network), listener, handshakes);
    }

    /**
     * Shakes hands with a throwaway client in memory, which proves that it can be done and loads everything it needs.
     *
     * @return how long that took
     */
    public Duration rehearse() throws IOException {
        return new Rehearsal(this).run();
    }
}
