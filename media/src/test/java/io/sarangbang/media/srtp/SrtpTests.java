package io.sarangbang.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SrtpTests {

    private static final int HEADER = 12;
    private static final byte[] KEY = hex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] SALT = hex("517569642070726f2071756f");

    private final MasterKey master = new MasterKey(KEY, SALT);
    private final SrtpSender sender = new SrtpSender(master);
    private final SrtpReceiver receiver = new SrtpReceiver(master);

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }

    private static byte[] packet(int sequence, int ssrc) {
        var packet = ByteBuffer.allocate(HEADER + 40);
        packet.putChar((char) 0x8060)
                .putChar((char) sequence)
                .putInt(sequence * 3000)
                .putInt(ssrc);
        return packet.put(("payload " + sequence).getBytes()).array();
    }

    private byte[] seal(byte[] packet) {
        byte[] out = Arrays.copyOf(packet, packet.length + SrtpSender.OVERHEAD);
        int length = sender.sealRtp(out, HEADER, packet, HEADER, packet.length - HEADER);
        return Arrays.copyOf(out, length);
    }

    private byte[] open(byte[] sealed) {
        byte[] out = new byte[sealed.length];
        int length = receiver.openRtp(sealed, sealed.length, HEADER, out);
        return length == SrtpReceiver.REFUSED ? new byte[0] : Arrays.copyOf(out, length);
    }

    @Test
    void theSamplePacketOfRfc7714IsReproduced() {
        byte[] plain =
                hex("8040f17b8041f8d35501a0b2 47616c6c696120657374206f6d6e69732064697669736120696e2070617274657320"
                        + "74726573");
        byte[] sealed = hex("8040f17b8041f8d35501a0b2 f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b"
                + "36de3adf8833899d7f27beb16a9152cf765ee4390cce");
        var rfcSender = new SrtpSender(new GcmCipher(KEY, SALT), new GcmCipher(KEY, SALT));
        byte[] out = Arrays.copyOf(plain, plain.length + 16);
        int length = rfcSender.sealRtp(out, HEADER, plain, HEADER, plain.length - HEADER);
        assertThat(Arrays.copyOf(out, length)).isEqualTo(sealed);
        var rfcReceiver = new SrtpReceiver(new GcmCipher(KEY, SALT), new GcmCipher(KEY, SALT));
        byte[] opened = new byte[sealed.length];
        assertThat(rfcReceiver.openRtp(sealed, sealed.length, HEADER, opened)).isEqualTo(plain.length);
        assertThat(opened).startsWith(plain);
    }

    @Test
    void theSampleReportOfRfc7714IsReproduced() {
        byte[] plain = hex("81c8000d4d6172734e5450314e545032525450200000042a0000e9304c756e61deadbeefdeadbeefdeadbeef"
                + "deadbeefdeadbeef");
        byte[] sealed = hex("81c8000d4d61727363e94885dcdab67ca727d7662f6b7e997ff5c0f76c06f32dc676a5f1730d6fda4ce09b46"
                + "86303ded0bb9275bc84aa45896cf4d2fc5abf87245d9eade800005d4");
        var rfcReceiver = new SrtpReceiver(new GcmCipher(KEY, SALT), new GcmCipher(KEY, SALT));
        byte[] opened = new byte[sealed.length];
        assertThat(rfcReceiver.openRtcp(sealed, sealed.length, opened)).isEqualTo(plain.length);
        assertThat(opened).startsWith(plain);
        var rfcSender = new SrtpSender(new GcmCipher(KEY, SALT), new GcmCipher(KEY, SALT));
        byte[] out = new byte[sealed.length];
        int length = 0;
        for (int index = 0; index <= 0x5d4; index++) {
            length = rfcSender.sealRtcp(plain, plain.length, out);
        }
        assertThat(Arrays.copyOf(out, length)).isEqualTo(sealed);
    }

    @Test
    void sessionKeysAreDerivedAsInRfc3711() {
        var derivation =
                new KeyDerivation(hex("E1F97A0D3E018BE0D64FA32C06DE4139"), hex("0EC675AD498AFEEBB6960B3AABE6"));
        assertThat(derivation.derive(0, 16)).isEqualTo(hex("C61E7A93744F39EE10734AFE3FF7A087"));
        assertThat(derivation.derive(2, 14)).isEqualTo(hex("30CBBC08863D8C85D49DB34A9AE1"));
    }

    @Test
    void packetsComeBackAcrossSeveralRollovers() {
        for (int i = 0; i < 150_000; i += 7) {
            byte[] plain = packet((i + 65_000) & 0xFFFF, 7);
            assertThat(open(seal(plain))).isEqualTo(plain);
        }
    }

    @Test
    void disorderAroundARolloverIsUnderstood() {
        for (int sequence : new int[] {65_534, 65_535, 1, 0, 3, 2, 65_533}) {
            byte[] plain = packet(sequence, 7);
            assertThat(open(seal(plain))).as("sequence %d", sequence).isEqualTo(plain);
        }
    }

    @Test
    void aPacketBeforeTheFirstCannotBeSent() {
        seal(packet(0, 7));
        byte[] earlier = packet(65_535, 7);
        assertThat(sender.sealRtp(Arrays.copyOf(earlier, 100), HEADER, earlier, HEADER, 40))
                .isEqualTo(-1);
    }

    @Test
    void aReplayedPacketIsRefused() {
        byte[] sealed = seal(packet(1, 7));
        assertThat(open(sealed)).isNotEmpty();
        assertThat(open(sealed)).isEmpty();
    }

    @Test
    void aPacketOlderThanTheWindowIsRefused() {
        byte[] late = seal(packet(1, 7));
        for (int sequence = 2; sequence < 80; sequence++) {
            open(seal(packet(sequence, 7)));
        }
        assertThat(open(late)).isEmpty();
    }

    @Test
    void everyForgedByteIsNoticed() {
        byte[] sealed = seal(packet(1, 7));
        for (int i = 0; i < sealed.length; i++) {
            byte[] forged = sealed.clone();
            forged[i] ^= 0x40;
            assertThat(open(forged)).as("byte %d", i).isEmpty();
        }
        assertThat(open(sealed)).isNotEmpty();
    }

    @Test
    void resendingGivesTheSameBytes() {
        byte[] first = seal(packet(1, 7));
        assertThat(seal(packet(1, 7))).isEqualTo(first);
        seal(packet(2, 7));
        assertThat(seal(packet(1, 7))).isEqualTo(first);
        assertThat(seal(packet(1, 7))).isEqualTo(first);
    }

    @Test
    void streamsAreCountedApartAndBounded() {
        for (int ssrc = 1; ssrc <= 40; ssrc++) {
            byte[] plain = packet(ssrc, ssrc);
            assertThat(open(seal(plain))).isEqualTo(plain);
        }
    }

    @Test
    void forgedStreamsDoNotPushOutRealOnes() {
        byte[] sealed = seal(packet(1, 7));
        open(sealed);
        for (int ssrc = 100; ssrc < 200; ssrc++) {
            byte[] forged = sealed.clone();
            ByteBuffer.wrap(forged).putInt(8, ssrc);
            assertThat(open(forged)).isEmpty();
        }
        assertThat(open(sealed)).as("still known as replayed").isEmpty();
    }

    @Test
    void reportsComeBackOnce() {
        byte[] report = hex("80c90001000000ff");
        byte[] sealed = new byte[64];
        int length = sender.sealRtcp(report, report.length, sealed);
        byte[] opened = new byte[64];
        assertThat(receiver.openRtcp(sealed, length, opened)).isEqualTo(report.length);
        assertThat(opened).startsWith(report);
        assertThat(receiver.openRtcp(sealed, length, opened)).isEqualTo(SrtpReceiver.REFUSED);
    }

    @Test
    void anUnencryptedReportIsRefused() {
        byte[] report = hex("80c90001000000ff");
        byte[] sealed = new byte[64];
        int length = sender.sealRtcp(report, report.length, sealed);
        sealed[length - 4] &= 0x7F;
        assertThat(receiver.openRtcp(sealed, length, new byte[64])).isEqualTo(SrtpReceiver.REFUSED);
    }

    @Test
    void randomBytesAreRefused() {
        var random = new Random(7714);
        byte[] out = new byte[256];
        for (int i = 0; i < 5000; i++) {
            byte[] packet = new byte[12 + random.nextInt(200)];
            random.nextBytes(packet);
            assertThat(receiver.openRtp(packet, packet.length, HEADER, out)).isEqualTo(SrtpReceiver.REFUSED);
            assertThat(receiver.openRtcp(packet, packet.length, out)).isEqualTo(SrtpReceiver.REFUSED);
        }
    }
}
