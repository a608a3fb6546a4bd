package io.sarangbang.media.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;

/** A browser's side of DTLS for tests: active, with a certificate of its own. */
public final class BrowserHandshake {

    private final DtlsCertificate certificate;
    private final DatagramQueue datagrams;

    public BrowserHandshake(Consumer<byte[]> network) throws IOException {
        certificate = DtlsCertificate.selfSigned();
        datagrams = new DatagramQueue(network);
    }

    public String fingerprint() {
        return certificate.fingerprint();
    }

    public void received(byte[] packet, int length) {
        datagrams.add(packet, length);
    }

    public Secured connect(String expectedFingerprint) throws IOException {
        var client = new RehearsalClient(certificate, expectedFingerprint);
        var transport = new DTLSClientProtocol().connect(client, datagrams);
        return new Secured(Objects.requireNonNull(client.keys()), transport);
    }

    /** A finished handshake. */
    public record Secured(SrtpKeys keys, DTLSTransport transport) {

        public void sayGoodbye() throws IOException {
            transport.close();
        }

        /** Waits for the other side's goodbye, which closes this one. */
        public boolean hearsGoodbye() throws IOException {
            byte[] buffer = new byte[2048];
            try {
                transport.receive(buffer, 0, buffer.length, 10_000);
                return false;
            } catch (InterruptedIOException closed) {
                return true;
            }
        }
    }
}
