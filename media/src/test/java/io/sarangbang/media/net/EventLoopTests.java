package io.sarangbang.media.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLoopTests {

    private static final MediaPort.Options UDP_ONLY = new MediaPort.Options(false, true);

    private final Traffic traffic = new Traffic();
    private EventLoop loop;

    @BeforeEach
    void aLoopExists() throws IOException {
        loop = new EventLoop("test");
    }

    @AfterEach
    void theLoopEnds() {
        loop.close();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aTickComesAgainAndAgainEvenIfItFails() throws Exception {
        var ticks = new CountDownLatch(3);
        loop.start(() -> {
            ticks.countDown();
            throw new IllegalStateException("a bad tick");
        });
        await(ticks);
    }

    @Test
    void aTaskThatFailsDoesNotStopTheNext() throws Exception {
        loop.start(() -> {});
        loop.execute(() -> {
            throw new IllegalStateException("a bad task");
        });
        assertThat(loop.ask(() -> "still here")).isEqualTo("still here");
    }

    @Test
    void aReceiverThatFailsDoesNotStopTheSocket() throws Exception {
        var received = new AtomicInteger();
        var second = new CountDownLatch(2);
        var port = MediaPort.open(
                List.of(InetAddress.getLoopbackAddress()),
                0,
                UDP_ONLY,
                loop,
                (path, packet, length) -> {
                    received.incrementAndGet();
                    second.countDown();
                    throw new IllegalStateException("a bad packet");
                },
                traffic);
        loop.start(() -> {});
        try (var socket = new DatagramSocket()) {
            for (int i = 0; i < 2; i++) {
                socket.send(new DatagramPacket(new byte[i], i, InetAddress.getLoopbackAddress(), port.port()));
            }
            await(second);
        }
        assertThat(traffic.received()).isEqualTo(2);
    }

    @Test
    void anInterruptedSenderDoesNotCloseTheSocketForEverybody() throws Exception {
        var echoed = new CountDownLatch(2);
        var port = MediaPort.open(
                List.of(InetAddress.getLoopbackAddress()),
                0,
                UDP_ONLY,
                loop,
                (path, packet, length) -> {
                    Thread.currentThread().interrupt();
                    path.send(packet, length);
                    echoed.countDown();
                },
                traffic);
        loop.start(() -> {});
        try (var socket = new DatagramSocket()) {
            for (int i = 0; i < 2; i++) {
                socket.send(new DatagramPacket(new byte[4], 4, InetAddress.getLoopbackAddress(), port.port()));
            }
            await(echoed);
        }
        assertThat(traffic.sent()).isEqualTo(2);
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        var here = InetAddress.getLoopbackAddress();
        try (var taken = new DatagramSocket(0, here)) {
            assertThatThrownBy(() -> MediaPort.open(
                            List.of(here), taken.getLocalPort(), UDP_ONLY, loop, (path, packet, length) -> {}, traffic))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void anAddressThatIsNotOursIsLeftOutUnlessItWasAskedFor() throws Exception {
        var here = InetAddress.getLoopbackAddress();
        var foreign = InetAddress.getByName("203.0.113.77");
        var lenient = new MediaPort.Options(true, false);
        var port = MediaPort.open(List.of(foreign, here), 0, lenient, loop, (path, packet, length) -> {}, traffic);
        assertThat(port.addresses()).containsExactly(here);
        assertThatThrownBy(() -> MediaPort.open(
                        List.of(foreign, here), 0, UDP_ONLY, loop, (path, packet, length) -> {}, traffic))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("203.0.113.77");
    }
}
