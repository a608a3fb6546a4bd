package io.sarangbang.media.rtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarangbang.media.rtp.SequenceNumbers;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class MediaEngineTests extends OpenStream {

    @Test
    void aReconnectingPublisherGoesOnWhereItStopped() throws Exception {
        var watcher = watcher();
        var before = start(watcher, "before");
        var again = opened(Browser.overUdp(engine));
        again.connect(publication.renegotiate(again.offer("sendonly")));
        assertThat(next(publisherStates)).isEqualTo(MediaState.CONNECTED);
        var newCamera = Camera.video(99, 30_000);
        again.send(newCamera.keyFrame("after"));
        var after = watcher.browser().receives(packet -> Camera.shows(packet, "after"));
        assertThat(after.ssrc()).isEqualTo(before.ssrc());
        assertThat(SequenceNumbers.distance(before.sequence(), after.sequence()))
                .isEqualTo(1);
        assertThat(after.timestamp() - before.timestamp()).isBetween(1, 10 * 90_000);
        assertThat(engine.stats().peers()).as("the old connection is gone").isEqualTo(2);
    }

    @Test
    void aReconnectingWatcherSeesTheSameStream() throws Exception {
        var watcher = watcher();
        start(watcher, "before");
        var again = opened(Browser.overUdp(engine));
        again.connect(watcher.subscription().renegotiate(again.offer("recvonly")));
        Await.until(() -> {
            publisher.send(camera.keyFrame("after"));
            return again.pending() > 0;
        });
        again.receives(packet -> Camera.shows(packet, "after"));
        assertThat(engine.stats().subscriptions()).isEqualTo(1);
    }

    @Test
    void aGoodbyeIsTold() throws Exception {
        var watcher = watcher();
        watcher.browser().sayGoodbye();
        assertThat(next(watcher.states())).isEqualTo(MediaState.CLOSED);
        assertThat(engine.stats().subscriptions()).isZero();
        assertThat(engine.stats().peers()).isEqualTo(1);
    }

    @Test
    void theEndOfAStreamIsTheEndOfItsSubscriptions() throws Exception {
        var watcher = watcher();
        publication.close();
        assertThat(next(watcher.states())).isEqualTo(MediaState.CLOSED);
        assertThat(next(publisherStates)).isEqualTo(MediaState.CLOSED);
        assertThat(engine.stats().peers()).isZero();
        assertThat(engine.stats().publications()).isZero();
    }

    @Test
    void whoSubscribesToAStreamThatHasEndedIsToldSo() throws Exception {
        publication.close();
        BlockingQueue<MediaState> states = new LinkedBlockingQueue<>();
        publication.subscribe(publisher.offer("recvonly"), states::add);
        assertThat(next(states)).isEqualTo(MediaState.CLOSED);
        assertThat(engine.stats().subscriptions()).isZero();
    }

    @Test
    void anOfferInTheWrongDirectionIsRefused() {
        assertThatThrownBy(() -> engine.publish(publisher.offer("recvonly"), state -> {}))
                .isInstanceOfSatisfying(
                        BadOffer.class, bad -> assertThat(bad.reason()).isEqualTo(BadOffer.Reason.WRONG_DIRECTION));
        assertThatThrownBy(() -> publication.subscribe(publisher.offer("sendonly"), state -> {}))
                .isInstanceOf(BadOffer.class);
        assertThatThrownBy(() -> publication.renegotiate("nonsense"))
                .isInstanceOfSatisfying(
                        BadOffer.class, bad -> assertThat(bad.reason()).isEqualTo(BadOffer.Reason.MALFORMED));
    }

    @Test
    void theEngineFindsItselfHealthy() {
        var check = engine.selfCheck();
        assertThat(check.findings())
                .extracting(SelfCheck.Finding::name)
                .contains("certificate", "handshake", "addresses", "stun 127.0.0.1");
        assertThat(check.healthy()).as(check.toString()).isTrue();
    }

    @Test
    void aClosedEngineFreesItsPortAndSaysGoodbye() throws Exception {
        int port = engine.port();
        var settings = new MediaSettings(port, List.of("127.0.0.1"), List.of(), true, 2000);
        assertThatThrownBy(() -> new MediaEngine(settings))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(String.valueOf(port))
                .hasRootCauseInstanceOf(BindException.class);
        engine.close();
        assertThat(next(publisherStates)).isEqualTo(MediaState.CLOSED);
        assertThat(publisher.hearsGoodbye()).isTrue();
        new MediaEngine(settings).close();
    }
}
