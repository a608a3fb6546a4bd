package io.sarangbang.media.rtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarangbang.media.rtcp.RtcpReader;
import io.sarangbang.media.rtcp.RtcpWriter;
import io.sarangbang.media.rtp.RtpPacket;
import io.sarangbang.media.rtp.SequenceNumbers;
import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MediaEngineTests {

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Camera camera = Camera.video(77, 65_000);
    private final Camera microphone = Camera.audio(88, 10);
    private MediaEngine engine;
    private Browser publisher;
    private Publication publication;
    private final BlockingQueue<MediaState> publisherStates = new LinkedBlockingQueue<>();

    @BeforeEach
    void somebodyPublishes() throws Exception {
        engine = new MediaEngine(new MediaSettings(0, List.of("127.0.0.1"), List.of(), true, 2000));
        publisher = opened(Browser.overUdp(engine));
        publication = engine.publish(publisher.offer("sendonly"), publisherStates::add);
        publisher.connect(publication.sdpAnswer());
        assertThat(next(publisherStates)).isEqualTo(MediaState.CONNECTED);
    }

    @AfterEach
    void everythingIsClosed() throws Exception {
        for (var closeable : opened) {
            closeable.close();
        }
        engine.close();
    }

    private Browser opened(Browser browser) {
        opened.add(browser);
        return browser;
    }

    private static MediaState next(BlockingQueue<MediaState> states) throws InterruptedException {
        return states.poll(10, TimeUnit.SECONDS);
    }

    private record Watcher(Browser browser, Subscription subscription, BlockingQueue<MediaState> states) {}

    private Watcher watcher() throws Exception {
        return watcher(opened(Browser.overUdp(engine)));
    }

    private Watcher watcher(Browser browser) throws Exception {
        BlockingQueue<MediaState> states = new LinkedBlockingQueue<>();
        var subscription = publication.subscribe(browser.offer("recvonly", 5), states::add);
        browser.connect(subscription.sdpAnswer());
        assertThat(next(states)).isEqualTo(MediaState.CONNECTED);
        return new Watcher(browser, subscription, states);
    }

    /** Publishes a key frame and waits until this watcher has it. */
    private RtpPacket start(Watcher watcher, String content) throws InterruptedException {
        publisher.send(camera.keyFrame(content));
        return watcher.browser.receives(packet -> Camera.shows(packet, content));
    }

    private static boolean isNackFor(byte[] report, int sequence) {
        var reader = new RtcpReader(report, report.length);
        boolean found = false;
        while (reader.next()) {
            List<Integer> missing = new ArrayList<>();
            if (reader.isNack()) {
                reader.forEachMissing(missing::add);
            }
            found |= missing.contains(sequence);
        }
        return found;
    }

    private static boolean asksForKeyFrame(byte[] report) {
        var reader = new RtcpReader(report, report.length);
        return reader.next() && reader.asksForKeyFrame();
    }

    @Test
    void mediaReachesEveryWatcherUnderTheNumbersTheyWereTold() throws Exception {
        var watchers = List.of(watcher(), watcher(), watcher());
        for (var watcher : watchers) {
            var seen = start(watcher, "picture for " + watchers.indexOf(watcher));
            assertThat(seen.ssrc()).isEqualTo(Browser.ssrc(watcher.subscription.sdpAnswer(), "video"));
            assertThat(seen.payloadType()).isEqualTo(Browser.VIDEO);
        }
        publisher.send(microphone.sound("hello", "bede000110aa0000"));
        for (var watcher : watchers) {
            var heard = watcher.browser.receives(packet -> packet.payloadType() == Browser.AUDIO);
            assertThat(heard.ssrc()).isEqualTo(Browser.ssrc(watcher.subscription.sdpAnswer(), "audio"));
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
        watcher.browser.receives(packet -> Camera.shows(packet, "next"));
        assertThat(watcher.browser.pending()).isZero();
    }

    @Test
    void aNewWatcherMakesUsAskForAKeyFrameUntilOneComes() throws Exception {
        publisher.send(camera.frame("first"));
        watcher();
        publisher.receivesReport(MediaEngineTests::asksForKeyFrame);
        publisher.receivesReport(MediaEngineTests::asksForKeyFrame);
    }

    @Test
    void aWatcherWhoComesRightAfterAKeyFrameStartsWithIt() throws Exception {
        start(watcher(), "remembered");
        publisher.send(camera.frame("and what followed"));
        var late = watcher();
        late.browser.receives(packet -> Camera.shows(packet, "remembered"));
        late.browser.receives(packet -> Camera.shows(packet, "and what followed"));
    }

    @Test
    void aPacketLostOnTheWayInIsAskedForAgain() throws Exception {
        publisher.send(camera.keyFrame("one"));
        var lost = camera.frame("two");
        publisher.send(camera.frame("three"));
        publisher.receivesReport(report -> isNackFor(report, lost.sequence()));
        assertThat(engine.stats().lost()).isEqualTo(1);
        var watcher = watcher();
        start(watcher, "four");
        publisher.send(lost);
        watcher.browser.receives(packet -> Camera.shows(packet, "two"));
        assertThat(engine.stats().lost()).isZero();
    }

    @Test
    void aPacketLostOnTheWayOutIsSentAgain() throws Exception {
        var watcher = watcher();
        var seen = start(watcher, "key");
        publisher.send(camera.frame("wanted twice"));
        var first = watcher.browser.receives(packet -> Camera.shows(packet, "wanted twice"));
        assertThat(first.sequence()).isEqualTo(seen.sequence() + 1);
        // The first copy is known to the replay check of the test's own receiver, so the engine's figures are watched.
        long sent = engine.stats().packetsOut();
        watcher.browser.send(new RtcpWriter().nack(1, first.ssrc(), new int[] {first.sequence()}, 1));
        Await.until(() -> engine.stats().packetsOut() > sent);
    }

    @Test
    void lostPicturesAndFullIntraRequestsAreForwarded() throws Exception {
        var watcher = watcher();
        var seen = start(watcher, "key");
        publisher.send(camera.frame("next"));
        watcher.browser.send(new RtcpWriter().pli(1, seen.ssrc()));
        publisher.receivesReport(MediaEngineTests::asksForKeyFrame);
    }

    @Test
    void aPublisherHearsHowItIsReceivedAndHowMuchItMaySend() throws Exception {
        publisher.send(camera.keyFrame("one"));
        byte[] report = publisher.receivesReport(bytes -> (bytes[1] & 0xFF) == RtcpReader.RECEIVER_REPORT);
        var reader = new RtcpReader(report, report.length);
        assertThat(reader.next()).isTrue();
        assertThat(reader.format()).as("one source").isEqualTo(1);
        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(RtcpReader.PAYLOAD_FEEDBACK);
        assertThat(reader.format()).as("REMB").isEqualTo(15);
    }

    @Test
    void senderReportsKeepSoundAndPictureInStep() throws Exception {
        var watcher = watcher();
        var seen = start(watcher, "key");
        publisher.send(new RtcpWriter().senderReport(camera.ssrc(), 1234, camera.timestamp(), 9, 9));
        byte[] report = watcher.browser.receivesReport(bytes -> (bytes[1] & 0xFF) == RtcpReader.SENDER_REPORT);
        var reader = new RtcpReader(report, report.length);
        assertThat(reader.next()).isTrue();
        assertThat(reader.senderSsrc()).isEqualTo(seen.ssrc());
        assertThat(reader.ntpTime()).isEqualTo(1234);
        assertThat(reader.rtpTime()).isEqualTo(seen.timestamp());
    }

    @Test
    void aReconnectingPublisherGoesOnWhereItStopped() throws Exception {
        var watcher = watcher();
        var before = start(watcher, "before");
        var again = opened(Browser.overUdp(engine));
        again.connect(publication.renegotiate(again.offer("sendonly")));
        assertThat(next(publisherStates)).isEqualTo(MediaState.CONNECTED);
        var newCamera = Camera.video(99, 30_000);
        again.send(newCamera.keyFrame("after"));
        var after = watcher.browser.receives(packet -> Camera.shows(packet, "after"));
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
        again.connect(watcher.subscription.renegotiate(again.offer("recvonly")));
        Await.until(() -> {
            publisher.send(camera.keyFrame("after"));
            return again.pending() > 0;
        });
        again.receives(packet -> Camera.shows(packet, "after"));
        assertThat(engine.stats().subscriptions()).isEqualTo(1);
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

    @Test
    void aGoodbyeIsTold() throws Exception {
        var watcher = watcher();
        watcher.browser.sayGoodbye();
        assertThat(next(watcher.states)).isEqualTo(MediaState.CLOSED);
        assertThat(engine.stats().subscriptions()).isZero();
        assertThat(engine.stats().peers()).isEqualTo(1);
    }

    @Test
    void theEndOfAStreamIsTheEndOfItsSubscriptions() throws Exception {
        var watcher = watcher();
        publication.close();
        assertThat(next(watcher.states)).isEqualTo(MediaState.CLOSED);
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
        new MediaEngine(settings).close();
    }
}
