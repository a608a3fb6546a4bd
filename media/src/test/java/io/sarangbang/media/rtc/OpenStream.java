package io.sarangbang.media.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.media.rtcp.RtcpReader;
import io.sarangbang.media.rtp.RtpPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An engine on which somebody publishes sound and picture, and others may watch. */
abstract class OpenStream {

    final List<AutoCloseable> opened = new ArrayList<>();
    final Camera camera = Camera.video(77, 65_000);
    final Camera microphone = Camera.audio(88, 10);
    MediaEngine engine;
    Browser publisher;
    Publication publication;
    final BlockingQueue<MediaState> publisherStates = new LinkedBlockingQueue<>();

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

    Browser opened(Browser browser) {
        opened.add(browser);
        return browser;
    }

    static MediaState next(BlockingQueue<MediaState> states) throws InterruptedException {
        return states.poll(10, TimeUnit.SECONDS);
    }

    record Watcher(Browser browser, Subscription subscription, BlockingQueue<MediaState> states) {}

    Watcher watcher() throws Exception {
        return watcher(opened(Browser.overUdp(engine)));
    }

    Watcher watcher(Browser browser) throws Exception {
        BlockingQueue<MediaState> states = new LinkedBlockingQueue<>();
        var subscription = publication.subscribe(browser.offer("recvonly", 5), states::add);
        browser.connect(subscription.sdpAnswer());
        assertThat(next(states)).isEqualTo(MediaState.CONNECTED);
        return new Watcher(browser, subscription, states);
    }

    /** Publishes a key frame and waits until this watcher has it. */
    RtpPacket start(Watcher watcher, String content) throws InterruptedException {
        publisher.send(camera.keyFrame(content));
        return watcher.browser().receives(packet -> Camera.shows(packet, content));
    }

    static boolean isNackFor(byte[] report, int sequence) {
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

    static boolean asksForKeyFrame(byte[] report) {
        var reader = new RtcpReader(report, report.length);
        return reader.next() && reader.asksForKeyFrame();
    }
}
