package io.sarangbang.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarangbang.media.rpc.RpcSettings;
import io.sarangbang.media.session.IceSettings;
import io.sarangbang.media.webhook.WebhookSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShutdownTests {

    @Test
    void everybodyIsToldAndClosedAndTheBackendHearsTheEnd() {
        try (var backend = Backend.content();
                var server = RunningServer.telling(backend.settings(1000))) {
            var session = server.session();
            var browser = server.joined(session, "PUBLISHER");
            var idle = Browser.open(server.port());

            var started = System.nanoTime();
            server.close();

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
            assertThat(browser.pushed("participantEvicted").get("reason").stringValue())
                    .isEqualTo("openviduServerStopped");
            assertThat(browser.closeCode()).isEqualTo(1001);
            assertThat(idle.closeCode()).isEqualTo(1001);
            assertThat(backend.names())
                    .containsExactly("sessionCreated", "participantJoined", "participantLeft", "sessionDestroyed");
        }
    }

    @Test
    void aDeadWebhookEndpointDoesNotHoldItUp() {
        var dead = new WebhookSettings(
                URI.create("http://localhost:1/hook"),
                List.of(),
                Set.copyOf(WebhookSettings.ALL_EVENTS),
                100,
                Duration.ofMinutes(1),
                Duration.ofSeconds(5));
        var server = RunningServer.with(RpcSettings.defaults(), dead, IceSettings.none());
        server.session();

        var started = System.nanoTime();
        server.close();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void thePortIsFreeAfterwardsAndTakenBefore() throws Exception {
        var first = RunningServer.start();
        var port = first.port();
        assertThatThrownBy(() -> RunningServer.onPort(port)).hasMessageContaining("Failed to bind");
        first.close();
        RunningServer.onPort(port).close();
    }
}
