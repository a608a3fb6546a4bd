package io.sarangbang.media.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingTests extends OpenStream {

    @Test
    void mediaReachesEveryWatcherUnderTheNumbersTheyWereTold() throws Exception {
        var watchers = List.of(watcher(), watcher(), watcher());
        for (var watcher : watchers) {
            var seen = start(watcher, "picture for " + watchers.indexOf(watcher));
            assertThat(seen.ssrc())
                    .isEqualTo(Browser.ssrc(watcher.subscription().sdpAnswer(), "video"));
            assertThat(seen.payloadType()).isEqualTo(Browser.VIDEO);
        }
        publisher.send(microphone.sound("hello", "bede000110aa0000"));
        for (var watcher : watchers) {
            var heard = watcher.browser().receives(packet -> packet.payloadType() == Browser.AUDIO);
            assertThat(heard.ssrc())
                    .isEqualTo(Browser.ssrc(watcher.subscription().sdpAnswer(), "audio"));
            assertThat(Camera.shows(heard, "hello")).isTrue();
            assertThat(heard.bytes()[16])
                    .as("audio level under the watcher's id 5")
                    .isEqualTo((byte) 0x50);
        }
        assertThat(publication.stats().subscriptions()).isEqualTo(3);
        assertThat(engine.stats().peers()).isEqualTo(4);
    }

    @Test
    void aWatcherSeesNothingBeforeAKeyFrame() throws Exception {
        publisher.send(camera.frame("builds on the unseen"));
        var watcher = watcher();
        publisher.send(camera.frame("this too"));
        start(watcher, "fresh");
        publisher.send(camera.frame("next"));
        watcher.browser().receives(packet -> Camera.shows(packet, "next"));
        assertThat(watcher.browser().pending()).isZero();
    }

    @Test
    void aNewWatcherMakesUsAskForAKeyFrameUntilOneComes() throws Exception {
        publisher.send(camera.frame("first"));
        watcher();
        publisher.receivesReport(OpenStream::asksForKeyFrame);
        publisher.receivesReport(OpenStream::asksForKeyFrame);
    }

    @Test
    void aWatcherWhoComesRightAfterAKeyFrameStartsWithIt() throws Exception {
        start(watcher(), "remembered");
        publisher.send(camera.frame("and what followed"));
        var late = watcher();
        late.browser().receives(packet -> Camera.shows(packet, "remembered"));
        late.browser().receives(packet -> Camera.shows(packet, "and what followed"));
    }

    @Test
    void aPacketThatCameLateHidesNothingFromANewWatcher() throws Exception {
        var first = watcher();
        start(first, "remembered");
        var late = camera.frame("late");
        publisher.send(camera.frame("in time"));
        publisher.send(late);
        first.browser().receives(packet -> Camera.shows(packet, "late"));
        var second = watcher();
        second.browser().receives(packet -> Camera.shows(packet, "remembered"));
        second.browser().receives(packet -> Camera.shows(packet, "in time"));
    }

    @Test
    void aPathTakenByAnotherConnectionIsTakenBack() throws Exception {
        var watcher = watcher();
        start(watcher, "before");
        var other = opened(Browser.overUdp(engine));
        var second = engine.publish(other.offer("sendonly"), state -> {});
        publisher.sendRaw(other.checkFor(second.sdpAnswer()));
        publisher.check();
        start(watcher, "after");
        publisher.sendRaw(other.checkFor(second.sdpAnswer()));
        publisher.check();
        second.close();
        Await.until(() -> engine.stats().peers() == 2);
        start(watcher, "when the other is gone");
    }

    @Test
    void whoOffersToReceiveTooSeesTheirOwnStream() throws Exception {
        var self = opened(Browser.overUdp(engine));
        var own = engine.publish(self.offer("sendrecv"), state -> {});
        self.connect(own.sdpAnswer());
        var mirror = Camera.video(5, 1);
        Await.until(() -> {
            self.send(mirror.keyFrame("me"));
            return self.pending() > 0;
        });
        var seen = self.receives(packet -> Camera.shows(packet, "me"));
        assertThat(seen.ssrc())
                .isEqualTo(Browser.ssrc(own.sdpAnswer(), "video"))
                .isNotEqualTo(5);
    }

    @Test
    void aBrowserBehindAStrictFirewallConnectsByTcp() throws Exception {
        var watcher = watcher(opened(new Browser(Wire.tcp(engine.port()))));
        start(watcher, "over TCP");
    }
}
