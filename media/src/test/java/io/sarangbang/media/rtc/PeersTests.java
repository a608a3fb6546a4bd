package io.sarangbang.media.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PeersTests {

    private static final MediaSettings LOCAL = new MediaSettings(0, List.of("127.0.0.1"), List.of(), false, 2000);

    @Test
    void whoIsInvitedAndNeverComesIsForgotten() throws Exception {
        var network = new Network(LOCAL);
        network.loop().start(() -> {});
        BlockingQueue<MediaState> states = new LinkedBlockingQueue<>();
        try (var browser = new Browser(Wire.udp(network.port().port()))) {
            new Publication(network, browser.offer("sendonly"), states::add, _ -> {});

            assertThat(peersAfter(network, 19)).isEqualTo(1);
            assertThat(peersAfter(network, 31)).isZero();
            assertThat(states.poll(10, TimeUnit.SECONDS)).isEqualTo(MediaState.CLOSED);
        } finally {
            network.close();
        }
    }

    private static int peersAfter(Network network, int seconds) {
        return network.loop().ask(() -> {
            network.peers().tick(System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
            return network.peers().count();
        });
    }
}
