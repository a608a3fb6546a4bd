package io.sarangbang.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarangbang.media.sdp.UnusableOffer.Flaw;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SdpOfferTests {

    private final String publish = CapturedOffers.read("chromium-publish");
    private final String subscribe = CapturedOffers.read("chromium-subscribe");

    private static void assertFlaw(String offer, Flaw flaw) {
        assertThatThrownBy(() -> SdpOffer.parse(offer))
                .isInstanceOfSatisfying(
                        UnusableOffer.class,
                        unusable -> assertThat(unusable.flaw()).isEqualTo(flaw));
    }

    @Test
    void whatChromiumPublishesIsUnderstood() throws UnusableOffer {
        var offer = SdpOffer.parse(publish);
        assertThat(offer.ufrag()).isEqualTo("IgCI");
        assertThat(offer.fingerprint()).startsWith("2B:80:ED:A4").hasSize(95);
        assertThat(offer.reducedRtcp()).isTrue();
        var audio = offer.of(MediaKind.AUDIO).orElseThrow();
        assertThat(audio.payloadType()).isEqualTo(111);
        assertThat(audio.direction()).isEqualTo(Direction.SENDONLY);
        assertThat(audio.extensions()).isEqualTo(Map.of(HeaderExtension.AUDIO_LEVEL, 1));
        var video = offer.of(MediaKind.VIDEO).orElseThrow();
        assertThat(video.payloadType()).isEqualTo(96);
        assertThat(video.mid()).isEqualTo("1");
        assertThat(video.feedback()).contains("nack", "nack pli", "ccm fir", "goog-remb");
        assertThat(video.extensions()).isEqualTo(Map.of(HeaderExtension.VIDEO_ORIENTATION, 13));
    }

    @Test
    void aSubscriberOnlyReceives() throws UnusableOffer {
        assertThat(SdpOffer.parse(subscribe).media())
                .hasSize(2)
                .allSatisfy(media -> assertThat(media.direction()).isEqualTo(Direction.RECVONLY));
    }

    @Test
    void aSinglePictureNeedsNoBundle() throws UnusableOffer {
        var offer = CapturedOffers.read("chromium-publish-video-only").replace("a=group:BUNDLE 0\r\n", "");
        assertThat(SdpOffer.parse(offer).of(MediaKind.AUDIO)).isEmpty();
    }

    @Test
    void linesMayEndWithoutCarriageReturn() throws UnusableOffer {
        assertThat(SdpOffer.parse(publish.replace("\r\n", "\n"))).isEqualTo(SdpOffer.parse(publish));
    }

    @Test
    void aMissingCodecIsNamed() {
        assertFlaw(publish.replace("VP8/90000", "VP6/90000"), Flaw.CODEC_MISSING);
        assertFlaw(publish.replace("opus/48000/2", "speex/8000"), Flaw.CODEC_MISSING);
    }

    @Test
    void mediaWithoutBundleIsRefused() {
        assertFlaw(publish.replace("a=group:BUNDLE 0 1", "a=group:LS 0 1"), Flaw.NOT_BUNDLED);
        assertFlaw(publish.replace("a=group:BUNDLE 0 1", "a=group:BUNDLE 0"), Flaw.NOT_BUNDLED);
    }

    @Test
    void whatIsNoOfferIsMalformed() {
        assertFlaw("", Flaw.MALFORMED);
        assertFlaw("hello", Flaw.MALFORMED);
        assertFlaw("v=0\r\ns=-\r\n", Flaw.MALFORMED);
        assertFlaw("v=0\r\nm=audio\r\n", Flaw.MALFORMED);
        assertFlaw(publish.replaceAll("a=ice-ufrag:.*\r\n", ""), Flaw.MALFORMED);
        assertFlaw(publish.replaceAll("a=fingerprint:.*\r\n", ""), Flaw.MALFORMED);
        assertFlaw(publish.replaceAll("a=mid:.*\r\n", ""), Flaw.MALFORMED);
        assertFlaw(publish.replace("sha-256", "sha-1"), Flaw.MALFORMED);
        assertFlaw(publish + "a=x\r\n".repeat(60_000), Flaw.MALFORMED);
        assertFlaw("v=0\r\n" + "m=audio 9 UDP/TLS/RTP/SAVPF 0\r\n".repeat(17), Flaw.MALFORMED);
    }

    @Test
    void aDataChannelAndASecondCameraAreLeftOut() throws UnusableOffer {
        var camera = publish.substring(publish.indexOf("m=video")).replace("a=mid:1", "a=mid:2");
        var data = "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\na=mid:3\r\n";
        var offer = SdpOffer.parse(publish.replace("BUNDLE 0 1", "BUNDLE 0 1 2 3") + camera + data);
        assertThat(offer.media()).extracting(OfferedMedia::isAccepted).containsExactly(true, true, false, false);
    }

    @Test
    void idsBeyondTheOneByteFormAreNotUsed() throws UnusableOffer {
        var offer = SdpOffer.parse(publish.replace("extmap:13 ", "extmap:15 "));
        assertThat(offer.of(MediaKind.VIDEO).orElseThrow().extensions()).isEmpty();
    }

    @Test
    void mutatedOffersAreReadOrRefusedButNeverWorse() {
        var random = new Random(3264);
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder(publish);
            for (int changes = random.nextInt(12); changes >= 0; changes--) {
                int at = random.nextInt(text.length() - 40);
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                    case 1 -> text.delete(at, at + random.nextInt(40));
                    default -> text.insert(at, text.substring(at, at + random.nextInt(40)));
                }
            }
            try {
                assertThat(SdpOffer.parse(text.toString()).media()).isNotEmpty();
            } catch (UnusableOffer refused) {
                assertThat(refused.flaw()).isNotNull();
            }
        }
    }
}
