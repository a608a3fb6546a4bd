package io.sarangbang.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeaderExtensionsTests {

    private static final String FIXED = "90600001 00000002 00000003 ";

    private final HeaderExtensions extensions = new HeaderExtensions();

    @BeforeEach
    void theSubscriberKnowsOneExtensionUnderAnotherId() {
        extensions.map(1, 4);
    }

    private String translated(String header) {
        byte[] packet = HexFormat.of().parseHex((FIXED + header).replace(" ", ""));
        extensions.translate(packet, packet.length);
        return HexFormat.of().formatHex(packet, 12, packet.length);
    }

    @Test
    void aKnownElementGetsTheSubscribersId() {
        assertThat(translated("bede0001 10aa0000")).isEqualTo("bede0001" + "40aa0000");
    }

    @Test
    void anUnknownElementBecomesPadding() {
        assertThat(translated("bede0002 21bbcc10 aa000000")).isEqualTo("bede0002" + "00000040" + "aa000000");
    }

    @Test
    void theTwoByteFormIsTranslatedToo() {
        assertThat(translated("10000003 0102aabb 0301cc00 00000000"))
                .isEqualTo("10000003" + "0402aabb" + "00000000" + "00000000");
    }

    @Test
    void anElementWithoutContentSurvivesInTheTwoByteForm() {
        assertThat(translated("10000001 01000000")).isEqualTo("10000001" + "04000000");
    }

    @Test
    void anElementThatEndsBeyondTheHeaderIsErased() {
        assertThat(translated("bede0001 13aabbcc")).isEqualTo("bede0001" + "00000000");
        assertThat(translated("10000001 0109aabb")).isEqualTo("10000001" + "00000000");
    }

    @Test
    void theReservedIdEndsTheOneByteForm() {
        assertThat(translated("bede0002 10aaf010 aa000000")).isEqualTo("bede0002" + "40aa0000" + "00000000");
    }

    @Test
    void anUnknownProfileIsErased() {
        assertThat(translated("abcd0001 10aa0000")).isEqualTo("abcd0001" + "00000000");
    }

    @Test
    void aPacketWithoutExtensionIsLeftAlone() {
        byte[] packet = HexFormat.of().parseHex("806000010000000200000003bede0001");
        byte[] before = packet.clone();
        extensions.translate(packet, 12);
        assertThat(packet).isEqualTo(before);
    }
}
