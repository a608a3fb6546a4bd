package io.sarangbang.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpPacketTests {

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    @Test
    void theHeaderEndsAfterSourcesAndExtension() {
        byte[] plain = hex("8060 0001 00000002 00000003 aabb");
        assertThat(RtpPacket.headerLength(plain, plain.length)).isEqualTo(12);
        byte[] full = hex("9260 0001 00000002 00000003 00000004 00000005 bede0001 10aa0000 cc");
        assertThat(RtpPacket.headerLength(full, full.length)).isEqualTo(28);
    }

    @Test
    void aHeaderThatDoesNotFitIsNoHeader() {
        byte[] full = hex("9260 0001 00000002 00000003 00000004 00000005 bede0001 10aa0000");
        for (int length = 0; length < full.length; length++) {
            assertThat(RtpPacket.headerLength(full, length))
                    .as("length %d", length)
                    .isEqualTo(-1);
        }
    }

    @Test
    void fieldsAreReadAndChangedInPlace() {
        var packet = new RtpPacket(hex("80e0 fffe 80000002 f0000003 aabbcc"));
        assertThat(packet.look(15)).isTrue();
        assertThat(packet.hasMarker()).isTrue();
        assertThat(packet.payloadType()).isEqualTo(96);
        assertThat(packet.sequence()).isEqualTo(0xFFFE);
        packet.payloadType(120);
        packet.sequence(packet.sequence() + 3);
        packet.timestamp(5);
        packet.ssrc(6);
        assertThat(packet.bytes()).isEqualTo(hex("80f8 0001 00000005 00000006 aabbcc"));
        assertThat(packet.payloadLength()).isEqualTo(3);
    }

    @Test
    void rtcpIsToldFromRtpByItsType() {
        assertThat(RtpPacket.isRtcp(hex("80c9"))).isTrue();
        assertThat(RtpPacket.isRtcp(hex("80e0"))).isFalse();
        assertThat(RtpPacket.isRtcp(hex("8060"))).isFalse();
        assertThat(RtpPacket.isRtpOrRtcp(hex("8060000100000002"), 8)).isTrue();
        assertThat(RtpPacket.isRtpOrRtcp(hex("1660000100000002"), 8)).isFalse();
    }

    @Test
    void randomBytesNeverThrow() {
        var random = new Random(3550);
        var map = new HeaderExtensions();
        map.map(1, 4);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(80) + 1];
            random.nextBytes(bytes);
            bytes[0] = (byte) (0x90 | random.nextInt(3));
            if (bytes.length > 18 && random.nextBoolean()) {
                int at = 12 + 4 * (bytes[0] & 0x0F);
                if (at + 4 < bytes.length) {
                    bytes[at] = (byte) (random.nextBoolean() ? 0xBE : 0x10);
                    bytes[at + 1] = (byte) (random.nextBoolean() ? 0xDE : 0x00);
                    bytes[at + 2] = 0;
                    bytes[at + 3] = (byte) random.nextInt(6);
                }
            }
            var packet = new RtpPacket(bytes);
            if (packet.look(bytes.length)) {
                Vp8.startsKeyFrame(bytes, packet.headerLength(), packet.length());
                map.translate(bytes, packet.headerLength());
            }
        }
    }
}
