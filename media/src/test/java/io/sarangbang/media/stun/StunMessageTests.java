package io.sarangbang.media.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class StunMessageTests {

    private static final IntegrityKey RFC_5769_KEY = new IntegrityKey("VOkJxbRl1RmTxUk/WvJxBt");

    private static final byte[] RFC_5769_REQUEST = hex("""
            000100582112a442b7e7a701bc34d686fa87dfae802200105354554e2074657374
            20636c69656e74002400046e0001ff80290008932ff9b151263b36000600096576
            746a3a68367659202020000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571
            a280280004e57a3bcf
            """);

    private static final byte[] RFC_5769_IPV4_RESPONSE = hex("""
            0101003c2112a442b7e7a701bc34d686fa87dfae8022000b746573742076656374
            6f7220002000080001a147e112a643000800142b91f599fd9e90c38c7489f92af9
            ba53f06be7d780280004c07d4c96
            """);

    private static final byte[] RFC_5769_IPV6_RESPONSE = hex("""
            010100482112a442b7e7a701bc34d686fa87dfae8022000b746573742076656374
            6f7220002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d900080014a382
            954e4be67bf11784c97c8292c275bfe3ed4180280004c8fb0b4c
            """);

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }

    private static StunMessage read(byte[] packet) {
        return StunMessage.read(packet, packet.length).orElseThrow();
    }

    @Test
    void theSampleRequestOfTheRfcIsReadAndVerified() {
        var request = read(RFC_5769_REQUEST);
        assertThat(request.isBindingRequest()).isTrue();
        assertThat(request.username()).contains("evtj:h6vY");
        assertThat(request.has(StunAttribute.PRIORITY)).isTrue();
        assertThat(request.has(StunAttribute.ICE_CONTROLLED)).isTrue();
        assertThat(request.has(StunAttribute.USE_CANDIDATE)).isFalse();
        assertThat(request.isSignedWith(RFC_5769_KEY)).isTrue();
    }

    @Test
    void theSampleResponsesOfTheRfcNameTheMappedAddress() {
        var ipv4 = read(RFC_5769_IPV4_RESPONSE);
        assertThat(ipv4.isBindingSuccess()).isTrue();
        assertThat(ipv4.mappedAddress()).contains(new InetSocketAddress("192.0.2.1", 32853));
        assertThat(ipv4.isSignedWith(RFC_5769_KEY)).isTrue();
        var ipv6 = read(RFC_5769_IPV6_RESPONSE);
        assertThat(ipv6.mappedAddress()).contains(new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32853));
        assertThat(ipv6.isSignedWith(RFC_5769_KEY)).isTrue();
    }

    @Test
    void theFingerprintIsTheChecksumOfWhatPrecedesIt() {
        byte[] message = StunBuilder.request(new byte[12])
                .attribute(StunAttribute.PRIORITY, new byte[4])
                .fingerprint()
                .build();
        var checksum = new CRC32();
        checksum.update(message, 0, message.length - 8);
        assertThat(read(message)
                        .value(StunAttribute.FINGERPRINT)
                        .map(value -> ByteBuffer.wrap(value).getInt()))
                .contains((int) checksum.getValue() ^ 0x5354554E);
    }

    @Test
    void aChangedByteBreaksTheSignature() {
        for (int i = 0; i < RFC_5769_REQUEST.length - 32; i++) {
            byte[] forged = RFC_5769_REQUEST.clone();
            forged[i] ^= 1;
            var message = StunMessage.read(forged, forged.length);
            assertThat(message.filter(read -> read.isSignedWith(RFC_5769_KEY)))
                    .as("byte %d", i)
                    .isEmpty();
        }
    }

    @Test
    void anotherPasswordDoesNotVerify() {
        assertThat(read(RFC_5769_REQUEST).isSignedWith(new IntegrityKey("guess")))
                .isFalse();
    }

    @Test
    void whatFollowsTheSignatureIsIgnored() {
        var key = new IntegrityKey("secret");
        byte[] message = StunBuilder.request(new byte[12])
                .attribute(StunAttribute.USERNAME, "me:you".getBytes())
                .signedWith(key)
                .attribute(StunAttribute.USE_CANDIDATE, new byte[0])
                .build();
        assertThat(read(message).isSignedWith(key)).isTrue();
        assertThat(read(message).has(StunAttribute.USE_CANDIDATE)).isFalse();
    }

    @Test
    void anAnswerSaysWhereTheRequestCameFrom() {
        var key = new IntegrityKey("secret");
        for (var host : new String[] {"203.0.113.9", "2001:db8::9"}) {
            var source = new InetSocketAddress(host, 50_000);
            byte[] bytes = StunBuilder.success(read(RFC_5769_REQUEST), source)
                    .signedWith(key)
                    .fingerprint()
                    .build();
            assertThat(read(bytes).mappedAddress()).contains(source);
            assertThat(read(bytes).isSignedWith(key)).isTrue();
            assertThat(read(bytes).transactionId())
                    .isEqualTo(read(RFC_5769_REQUEST).transactionId());
        }
    }

    @Test
    void aRefusalCarriesItsCode() {
        byte[] bytes =
                StunBuilder.error(read(RFC_5769_REQUEST), 487, "Role Conflict").build();
        assertThat(read(bytes).value(StunAttribute.ERROR_CODE).orElseThrow()).startsWith(0, 0, 4, 87);
    }

    @Test
    void truncatedMessagesAreRefused() {
        for (int length = 0; length < RFC_5769_REQUEST.length; length++) {
            assertThat(StunMessage.read(RFC_5769_REQUEST, length)).isEmpty();
        }
    }

    @Test
    void randomBytesNeverThrow() {
        var random = new Random(5769);
        for (int i = 0; i < 20_000; i++) {
            byte[] packet = RFC_5769_REQUEST.clone();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                packet[random.nextInt(packet.length)] = (byte) random.nextInt();
            }
            StunMessage.read(packet, random.nextInt(packet.length + 1)).ifPresent(message -> {
                message.username();
                message.mappedAddress();
                message.isSignedWith(RFC_5769_KEY);
            });
        }
    }
}
