package io.sarangbang.media.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtcpTests {

    private final RtcpWriter writer = new RtcpWriter();

    private RtcpReader read() {
        return new RtcpReader(writer.bytes(), writer.length());
    }

    private String written() {
        return HexFormat.of().formatHex(writer.bytes(), 0, writer.length());
    }

    private static List<Integer> missing(RtcpReader reader) {
        List<Integer> missing = new ArrayList<>();
        reader.forEachMissing(missing::add);
        return missing;
    }

    @Test
    void aNackNamesNeighboursInOneEntry() {
        writer.nack(1, 2, new int[] {65_534, 65_535, 0, 14, 15, 40}, 6);
        assertThat(writer.length()).isEqualTo(12 + 3 * 4);
        var reader = read();
        assertThat(reader.next()).isTrue();
        assertThat(reader.isNack()).isTrue();
        assertThat(reader.mediaSsrc()).isEqualTo(2);
        assertThat(missing(reader)).containsExactly(65_534, 65_535, 0, 14, 15, 40);
        assertThat(reader.next()).isFalse();
    }

    @Test
    void theLargestNackFitsOnePacket() {
        int[] scattered = new int[MissingPackets.LIMIT];
        Arrays.setAll(scattered, i -> i * 20);
        writer.nack(1, 2, scattered, scattered.length);
        assertThat(writer.length()).isLessThan(1200);
    }

    @Test
    void aCompoundPacketIsReadPartByPart() {
        var reception = new Reception(90_000);
        reception.arrived(5, 0, 0);
        writer.receiverReport(1, 1)
                .report(9, reception, 0)
                .remb(1, 2_000_000, 9)
                .pli(1, 9);
        var reader = read();
        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(RtcpReader.RECEIVER_REPORT);
        assertThat(reader.next()).isTrue();
        assertThat(reader.format()).isEqualTo(15);
        assertThat(reader.next()).isTrue();
        assertThat(reader.asksForKeyFrame()).isTrue();
        assertThat(reader.mediaSsrc()).isEqualTo(9);
        assertThat(reader.next()).isFalse();
    }

    @Test
    void aBitrateLimitIsWrittenAsBrowsersReadIt() {
        writer.remb(1, 2_000_000, 7, 8);
        // 2,000,000 = 250,000 << 3
        assertThat(written())
                .isEqualTo("8fce0006" + "00000001" + "00000000" + "52454d42" + "020fd090" + "0000000700000008");
    }

    @Test
    void aSenderReportIsReadAsItWasWritten() {
        writer.senderReport(3, 0x0102030405060708L, 99, 10, 1000);
        var reader = read();
        assertThat(reader.next()).isTrue();
        assertThat(reader.isWholeSenderReport()).isTrue();
        assertThat(reader.senderSsrc()).isEqualTo(3);
        assertThat(reader.ntpTime()).isEqualTo(0x0102030405060708L);
        assertThat(reader.rtpTime()).isEqualTo(99);
    }

    @Test
    void aFullIntraRequestNamesItsSourceInItsBody() {
        byte[] fir = HexFormat.of().parseHex("84ce0004000000010000000000000007" + "01000000");
        var reader = new RtcpReader(fir, fir.length);
        assertThat(reader.next()).isTrue();
        assertThat(reader.asksForKeyFrame()).isTrue();
        assertThat(reader.mediaSsrc()).isEqualTo(7);
    }

    @Test
    void aWriterThatIsClearedStartsAnew() {
        writer.pli(1, 2);
        writer.clear().pli(3, 4);
        assertThat(writer.length()).isEqualTo(12);
    }

    @Test
    void randomBytesNeverThrow() {
        var random = new Random(4585);
        for (int i = 0; i < 50_000; i++) {
            byte[] packet = new byte[random.nextInt(64)];
            random.nextBytes(packet);
            for (int at = 0; at + 4 <= packet.length; at += 4 + 4 * random.nextInt(6)) {
                packet[at] = (byte) (0x80 | random.nextInt(32));
                packet[at + 1] = (byte) (200 + random.nextInt(7));
                packet[at + 2] = 0;
                packet[at + 3] = (byte) random.nextInt(8);
            }
            readAll(new RtcpReader(packet, packet.length));
        }
    }

    private static void readAll(RtcpReader reader) {
        while (reader.next()) {
            if (reader.isWholeSenderReport()) {
                reader.ntpTime();
                reader.rtpTime();
            }
            if (reader.isNack() || reader.asksForKeyFrame()) {
                reader.mediaSsrc();
            }
            if (reader.isNack()) {
                reader.forEachMissing(sequence -> assertThat(sequence).isBetween(0, 65_535));
            }
        }
    }
}
