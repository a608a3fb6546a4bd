package io.sarangbang.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SdpAnswerTests {

    private static final String CANDIDATE = "candidate:1 1 udp 2130706431 192.0.2.7 21000 typ host";
    private static final AnswerTerms TERMS =
            new AnswerTerms(42, "ourUfrag", "ourPassword", "AA:BB", List.of(CANDIDATE));
    private static final Map<MediaKind, Direction> RECEIVING =
            Map.of(MediaKind.AUDIO, Direction.RECVONLY, MediaKind.VIDEO, Direction.RECVONLY);
    private static final Map<MediaKind, Direction> SENDING =
            Map.of(MediaKind.AUDIO, Direction.SENDONLY, MediaKind.VIDEO, Direction.SENDONLY);

    private static List<String> answer(
            String offer, Map<MediaKind, Direction> ours, Map<MediaKind, OutgoingMedia> outgoing) throws UnusableOffer {
        var text = new SdpAnswer(SdpOffer.parse(offer), TERMS, ours, outgoing).text();
        assertThat(text).endsWith("\r\n");
        return List.of(text.split("\r\n"));
    }

    private static List<String> section(List<String> answer, String kind) {
        var lines = String.join("\n", answer).split("\nm=");
        return Arrays.stream(lines)
                .filter(part -> part.startsWith(kind))
                .findFirst()
                .map(part -> List.of(part.split("\n")))
                .orElseThrow();
    }

    @Test
    void aPublisherIsAnsweredInItsOwnOrderAndNumbers() throws UnusableOffer {
        var answer = answer(CapturedOffers.read("chromium-publish"), RECEIVING, Map.of());
        assertThat(answer)
                .startsWith("v=0", "o=- 42 2 IN IP4 127.0.0.1", "s=-", "t=0 0", "a=group:BUNDLE 0 1")
                .contains("a=ice-lite");
        assertThat(answer)
                .filteredOn(line -> line.startsWith("m="))
                .containsExactly("m=audio 9 UDP/TLS/RTP/SAVPF 111", "m=video 9 UDP/TLS/RTP/SAVPF 96");
        assertThat(section(answer, "video"))
                .contains(
                        "a=mid:1",
                        "a=recvonly",
                        "a=ice-ufrag:ourUfrag",
                        "a=ice-pwd:ourPassword",
                        "a=fingerprint:sha-256 AA:BB",
                        "a=setup:passive",
                        "a=rtcp-mux",
                        "a=rtcp-rsize",
                        "a=" + CANDIDATE,
                        "a=rtpmap:96 VP8/90000",
                        "a=extmap:13 urn:3gpp:video-orientation");
    }

    @Test
    void onlyFeedbackThatIsServedIsAnswered() throws UnusableOffer {
        var answer = answer(CapturedOffers.read("chromium-publish"), RECEIVING, Map.of());
        assertThat(answer)
                .filteredOn(line -> line.startsWith("a=rtcp-fb"))
                .containsExactly(
                        "a=rtcp-fb:96 goog-remb", "a=rtcp-fb:96 ccm fir", "a=rtcp-fb:96 nack", "a=rtcp-fb:96 nack pli");
        assertThat(answer)
                .noneMatch(line -> line.matches(".*(rtx|red|ulpfec|transport-wide|transport-cc|simulcast).*"));
    }

    @Test
    void aSubscriberLearnsWhatWillBeSent() throws UnusableOffer {
        var sound = new OutgoingMedia(-5, "cname", "stream", "stream-audio");
        var picture = new OutgoingMedia(9, "cname", "stream", "stream-video");
        var answer = answer(
                CapturedOffers.read("chromium-subscribe"),
                SENDING,
                Map.of(MediaKind.AUDIO, sound, MediaKind.VIDEO, picture));
        assertThat(section(answer, "audio"))
                .contains("a=sendonly", "a=msid:stream stream-audio", "a=ssrc:4294967291 cname:cname");
        assertThat(section(answer, "video"))
                .contains("a=sendonly", "a=msid:stream stream-video", "a=ssrc:9 cname:cname");
    }

    @Test
    void anotherBrowsersNumbersAreKept() throws UnusableOffer {
        var firefox = CapturedOffers.read("chromium-subscribe")
                .replace("SAVPF 96 ", "SAVPF 120 ")
                .replace(":96 ", ":120 ")
                .replace("SAVPF 111", "SAVPF 109")
                .replace(":111 ", ":109 ");
        var answer = answer(firefox, SENDING, Map.of());
        assertThat(answer)
                .contains("m=audio 9 UDP/TLS/RTP/SAVPF 109", "a=rtpmap:109 opus/48000/2")
                .contains("m=video 9 UDP/TLS/RTP/SAVPF 120", "a=rtpmap:120 VP8/90000");
    }

    @Test
    void whatIsNotPublishedIsInactive() throws UnusableOffer {
        var answer = answer(
                CapturedOffers.read("chromium-subscribe"), Map.of(MediaKind.AUDIO, Direction.SENDONLY), Map.of());
        assertThat(section(answer, "video")).contains("a=inactive").noneMatch(line -> line.startsWith("a=msid"));
    }

    @Test
    void aRefusedLineHasPortZeroAndNoPlaceInTheBundle() throws UnusableOffer {
        var data = "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\na=mid:2\r\n";
        var offer = CapturedOffers.read("chromium-publish").replace("BUNDLE 0 1", "BUNDLE 0 1 2") + data;
        var answer = answer(offer, RECEIVING, Map.of());
        assertThat(answer).contains("a=group:BUNDLE 0 1", "m=application 0 UDP/DTLS/SCTP 0", "a=mid:2");
    }
}
