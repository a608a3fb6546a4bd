package io.sarangbang.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.media.rtc.MediaEngine;
import io.sarangbang.media.rtc.MediaSettings;
import io.sarangbang.media.rtc.MediaState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the media of somebody says that nobody is there any more. */
class PresenceTests {

    private MediaEngine engine;
    private final Participant who = new Participant(
            new Connection(
                    "con_A", "s", "ws://h", 0, new ConnectionProperties(Role.PUBLISHER, "", true, null, List.of())),
            new ClientInfo("", "Test", "127.0.0.1"),
            new Client() {
                @Override
                public void push(String method, tools.jackson.databind.node.ObjectNode params) {}

                @Override
                public void ended() {}
            });

    @BeforeEach
    void start() throws IOException {
        engine = new MediaEngine(new MediaSettings(0, List.of("127.0.0.1"), List.of(), false, 1000));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void whoNeverHadMediaMayStillBeThere() {
        assertThat(who.lostAllMedia()).isFalse();
    }

    @Test
    void aStreamThatFellSilentSaysNobodyIsThere() throws Exception {
        var sending = publishing();
        assertThat(who.lostAllMedia()).isFalse();
        sending.accept(MediaState.CONNECTED);
        assertThat(who.lostAllMedia()).isFalse();
        sending.accept(MediaState.SILENT);
        assertThat(who.lostAllMedia()).isTrue();
        sending.accept(MediaState.CONNECTED);
        assertThat(who.lostAllMedia()).isFalse();
    }

    @Test
    void oneLivingConnectionIsEnough() throws Exception {
        var sending = publishing();
        var watching = new MediaWatch();
        var stream = who.stream();
        who.viewings()
                .put(
                        "con_B",
                        new Viewing(stream, 0, stream.publication().subscribe(offer("subscribe"), watching), watching));
        sending.accept(MediaState.CLOSED);
        watching.accept(MediaState.CONNECTED);
        assertThat(who.lostAllMedia()).isFalse();
        watching.accept(MediaState.SILENT);
        assertThat(who.lostAllMedia()).isTrue();
    }

    @Test
    void aStreamThatIsRenegotiatedIsNotJudgedByTheConnectionBefore() throws Exception {
        var sending = publishing();
        sending.accept(MediaState.CLOSED);
        new Streams(engine, new Attendance(), new RoomEvents("s", 0, _ -> {}))
                .reconnect(who, who.stream().id(), offer("publish"));
        assertThat(who.lostAllMedia()).isFalse();
    }

    private MediaWatch publishing() throws Exception {
        var watch = new MediaWatch();
        var options = new MediaOptions(true, true, true, true, "CAMERA", 15, "{}");
        who.publishes(new PublishedStream(who.id(), options, engine.publish(offer("publish"), watch), watch));
        return watch;
    }

    private static String offer(String kind) throws IOException {
        try (var in = PresenceTests.class.getResourceAsStream("/chromium-" + kind + "-offer.sdp")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
