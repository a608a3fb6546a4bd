package io.sarangbang.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DtlsServerTests {

    private final CompletableFuture<SrtpKeys> keys = new CompletableFuture<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final AtomicInteger goodbyes = new AtomicInteger();
    private final DtlsListener listener = new DtlsListener() {
        @Override
        public void secured(SrtpKeys agreed) {
            keys.complete(agreed);
        }

        @Override
        public void ended(String reason) {
            goodbyes.incrementAndGet();
            end.complete(reason);
        }
    };

    private record Pair(BrowserHandshake browser, DtlsConnection connection) {}

    private Pair pair(DtlsServer server, String expectedFingerprint) throws IOException {
        var connection = new AtomicReference<DtlsConnection>();
        var browser = new BrowserHandshake(packet -> connection.get().received(packet, packet.length));
        var expected = expectedFingerprint.isEmpty() ? browser.fingerprint() : expectedFingerprint;
        connection.set(server.accept(expected, packet -> browser.received(packet, packet.length), listener));
        return new Pair(browser, connection.get());
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    @Test
    void bothSidesAgreeOnKeys() throws Exception {
        var server = new DtlsServer();
        var secured = pair(server, "").browser.connect(server.fingerprint());
        var ours = await(keys);
        assertThat(secured.keys().clientKey()).isEqualTo(ours.clientKey()).hasSize(16);
        assertThat(secured.keys().serverSalt()).isEqualTo(ours.serverSalt()).hasSize(12);
        assertThat(ours.toString()).isEqualTo("SrtpKeys");
    }

    @Test
    void aGoodbyeIsHeardOnce() throws Exception {
        var server = new DtlsServer();
        var secured = pair(server, "").browser.connect(server.fingerprint());
        secured.sayGoodbye();
        assertThat(await(end)).isEqualTo("said goodbye");
        assertThat(goodbyes).hasValue(1);
    }

    @Test
    void ourOwnCloseSaysGoodbyeAndIsNotReported() throws Exception {
        var server = new DtlsServer();
        var pair = pair(server, "");
        var secured = pair.browser.connect(server.fingerprint());
        await(keys);
        pair.connection.close();
        assertThat(secured.hearsGoodbye()).isTrue();
        assertThat(goodbyes).hasValue(0);
    }

    @Test
    void aCertificateThatWasNotAnnouncedIsRefused() throws Exception {
        var server = new DtlsServer();
        var pair = pair(server, "00:".repeat(31) + "00");
        assertThatThrownBy(() -> pair.browser.connect(server.fingerprint())).isInstanceOf(IOException.class);
        assertThat(await(end)).contains("bad_certificate");
        assertThat(keys).isNotDone();
    }

    @Test
    void aBrowserThatVanishesIsGivenUp() throws Exception {
        var server = new DtlsServer(DtlsCertificate.selfSigned(), Duration.ofMillis(300), 1);
        var connection = server.accept("AA", packet -> {}, listener);
        connection.received(new byte[] {22, (byte) 254, (byte) 253}, 3);
        assertThat(await(end)).startsWith("DTLS failed");
    }

    @Test
    void handshakesAreBoundedAndTheRestAdmittedLater() throws Exception {
        var server = new DtlsServer(DtlsCertificate.selfSigned(), Duration.ofMillis(500), 1);
        var first = server.accept("AA", packet -> {}, listener);
        first.received(new byte[] {22, (byte) 254, (byte) 253}, 3);
        var second = pair(server, "");
        var secured = second.browser.connect(server.fingerprint());
        assertThat(end).as("the first had to give way").isDone();
        assertThat(secured.keys()).isNotNull();
    }

    @Test
    void garbageBeforeAndDuringAHandshakeDoesNotPreventIt() throws Exception {
        var server = new DtlsServer();
        var pair = pair(server, "");
        var random = new Random(6347);
        for (int i = 0; i < 30; i++) {
            byte[] garbage = new byte[20 + random.nextInt(100)];
            random.nextBytes(garbage);
            garbage[0] = (byte) (20 + random.nextInt(44));
            pair.connection.received(garbage, garbage.length);
        }
        assertThat(pair.browser.connect(server.fingerprint()).keys()).isNotNull();
    }

    @Test
    void theServerCanShakeHandsWithItself() throws IOException {
        assertThat(new DtlsServer().rehearse()).isPositive();
    }
}
