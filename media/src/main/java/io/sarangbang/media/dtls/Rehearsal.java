package io.sarangbang.media.dtls;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.jspecify.annotations.Nullable;

/** A handshake between our server and a client of its own, through memory instead of a network. */
final class Rehearsal implements DtlsListener {

    private static final long PATIENCE_SECONDS = 5;

    private final DtlsServer server;
    private final CompletableFuture<SrtpKeys> serverKeys = new CompletableFuture<>();

    Rehearsal(DtlsServer server) {
        this.server = server;
    }

    Duration run() throws IOException {
        long start = System.nanoTime();
        var certificate = DtlsCertificate.selfSigned();
        var client = new RehearsalClient(certificate, server.fingerprint());
        var wires = new Wires(certificate);
        try {
            new DTLSClientProtocol().connect(client, wires.clientSide);
            compare(serverKeys.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join(), client.keys());
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (CompletionException failed) {
            throw new IOException("our side failed", failed.getCause());
        } finally {
            wires.connection.close();
            wires.clientSide.close();
        }
    }

    private static void compare(SrtpKeys ours, @Nullable SrtpKeys theirs) throws IOException {
        if (theirs == null || !Arrays.equals(ours.serverKey(), theirs.serverKey())) {
            throw new IOException("both sides finished with different keys");
        }
    }

    private final class Wires {

        private final DatagramQueue clientSide;
        private final DtlsConnection connection;

        Wires(DtlsCertificate certificate) {
            clientSide = new DatagramQueue(this::toServer);
            connection = server.accept(
                    certificate.fingerprint(), packet -> clientSide.add(packet, packet.length), Rehearsal.this);
        }

        private void toServer(byte[] packet) {
            connection.received(packet, packet.length);
        }
    }

    @Override
    public void secured(SrtpKeys keys) {
        serverKeys.complete(keys);
    }

    @Override
    public void ended(String reason) {
        serverKeys.completeExceptionally(new IOException(reason));
    }
}
