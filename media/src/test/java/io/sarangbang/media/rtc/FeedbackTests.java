package io.sarangbang.media.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.media.rtcp.RtcpReader;
import io.sarangbang.media.rtcp.RtcpWriter;
import org.junit.jupiter.api.Test;

class FeedbackTests extends OpenStream {

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
        watcher.browser().receives(packet -> Camera.shows(packet, "two"));
        assertThat(engine.stats().lost()).isZero();
    }

    @Test
    void aPacketLostOnTheWayOutIsSentAgain() throws Exception {
        var watcher = watcher();
        var seen = start(watcher, "key");
        publisher.send(camera.frame("wanted twice"));
        var first = watcher.browser().receives(packet -> Camera.shows(packet, "wanted twice"));
        assertThat(first.sequence()).isEqualTo(seen.sequence() + 1);
        // The first copy is known to the replay check of the test's own receiver, so the engine's figures are watched.
        long sent = engine.stats().packetsOut();
        watcher.browser().send(new RtcpWriter().nack(1, first.ssrc(), new int[] {first.sequence()}, 1));
        Await.until(() -> engine.stats().packetsOut() > sent);
    }

    @Test
    void lostPicturesAndFullIntraRequestsAreForwarded() throws Exception {
        var watcher = watcher();
        var seen = start(watcher, "key");
        publisher.send(camera.frame("next"));
        watcher.browser().send(new RtcpWriter().pli(1, seen.ssrc()));
        publisher.receivesReport(OpenStream::asksForKeyFrame);
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
        byte[] report = watcher.browser().receivesReport(bytes -> (bytes[1] & 0xFF) == RtcpReader.SENDER_REPORT);
        var reader = new RtcpReader(report, report.length);
        assertThat(reader.next()).isTrue();
        assertThat(reader.senderSsrc()).isEqualTo(seen.ssrc());
        assertThat(reader.ntpTime()).isEqualTo(1234);
        assertThat(reader.rtpTime()).isEqualTo(seen.timestamp());
    }
}
