package io.sarangbang.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SpliceTests {

    private static final long SECOND = 1_000_000_000L;

    private final Splice splice = new Splice(90_000);

    private static RtpPacket packet(int sequence, int timestamp) {
        var bytes = ByteBuffer.allocate(20).putChar(0, (char) 0x8060).putChar(2, (char) sequence);
        var packet = new RtpPacket(bytes.putInt(4, timestamp).array());
        packet.look(20);
        return packet;
    }

    private RtpPacket first(int sequence, int timestamp, long now) {
        var packet = packet(sequence, timestamp);
        splice.startFrom(packet, now);
        assertThat(splice.apply(packet, now)).isTrue();
        return packet;
    }

    @Test
    void theFirstSourceKeepsItsNumbers() {
        var packet = first(500, 7000, 0);
        assertThat(packet.sequence()).isEqualTo(500);
        assertThat(packet.timestamp()).isEqualTo(7000);
        var earlier = packet(499, 7000);
        assertThat(splice.apply(earlier, 0)).isTrue();
        assertThat(earlier.sequence()).isEqualTo(499);
    }

    @Test
    void theNextSourceGoesOnWhereTheFirstStopped() {
        first(65_535, 7000, 0);
        var next = first(12, -5, 2 * SECOND);
        assertThat(next.sequence()).isZero();
        assertThat(next.timestamp()).isEqualTo(7000 + 180_000);
        var following = packet(13, 2995);
        splice.apply(following, 2 * SECOND);
        assertThat(following.sequence()).isEqualTo(1);
        assertThat(following.timestamp()).isEqualTo(7000 + 183_000);
    }

    @Test
    void timeNeverStandsStillAcrossASplice() {
        first(1, 7000, 0);
        assertThat(first(900, 1, 0).timestamp()).isEqualTo(7001);
    }

    @Test
    void aPacketFromBeforeTheSpliceIsDropped() {
        first(100, 0, 0);
        first(2000, 0, SECOND);
        assertThat(splice.apply(packet(1999, 0), SECOND)).isFalse();
    }

    @Test
    void aLongSourceIsNotMistakenForItsOwnPast() {
        first(100, 0, 0);
        first(2000, 0, SECOND);
        for (int i = 1; i < 200_000; i++) {
            assertThat(splice.apply(packet((2000 + i) & 0xFFFF, i), SECOND)).isTrue();
        }
    }

    @Test
    void reportsUseTheSameTimeline() {
        first(1, 7000, 0);
        first(50, 100, SECOND);
        assertThat(splice.timestamp(100)).isEqualTo(7000 + 90_000);
    }
}
