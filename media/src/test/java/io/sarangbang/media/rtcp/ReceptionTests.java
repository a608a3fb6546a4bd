package io.sarangbang.media.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceptionTests {

    private static final long FRAME = 50_000_000L;

    private final Reception reception = new Reception(90_000);

    private void arrive(int sequence) {
        reception.arrived(sequence & 0xFFFF, sequence * 4500, sequence * FRAME);
    }

    @Test
    void aSteadyRowHasNeitherLossNorJitter() {
        for (int i = 65_000; i < 66_000; i++) {
            arrive(i);
        }
        assertThat(reception.cumulativeLost()).isZero();
        assertThat(reception.takeFractionLost()).isZero();
        assertThat(reception.jitter()).isZero();
        assertThat(reception.extendedHighest()).isEqualTo(65_999);
    }

    @Test
    void lossIsReportedOnceAsAFractionAndKeptAsASum() {
        for (int i = 0; i < 100; i++) {
            if (i % 4 != 1) {
                arrive(i);
            }
        }
        assertThat(reception.cumulativeLost()).isEqualTo(25);
        assertThat(reception.takeFractionLost()).isEqualTo(64);
        arrive(100);
        assertThat(reception.takeFractionLost()).isZero();
        assertThat(reception.cumulativeLost()).isEqualTo(25);
    }

    @Test
    void aRetransmissionMakesLossGood() {
        arrive(1);
        arrive(3);
        assertThat(reception.cumulativeLost()).isEqualTo(1);
        arrive(2);
        assertThat(reception.cumulativeLost()).isZero();
    }

    @Test
    void duplicatesDoNotMakeLossNegative() {
        arrive(1);
        arrive(1);
        arrive(1);
        assertThat(reception.cumulativeLost()).isZero();
        assertThat(reception.takeFractionLost()).isZero();
    }

    @Test
    void unevenArrivalIsJitter() {
        for (int i = 0; i < 200; i++) {
            reception.arrived(i, i * 4500, i * FRAME + (i % 2) * 10_000_000L);
        }
        assertThat(reception.jitter()).isBetween(800, 1000);
    }

    @Test
    void clocksThatWrapAreNoJitter() {
        for (int i = 0; i < 200; i++) {
            // The difference of the clocks crosses the end of the 32-bit numbers while it drifts.
            reception.arrived(i, Integer.MIN_VALUE + 100 + i * 4498, i * FRAME);
        }
        assertThat(reception.jitter()).isLessThan(10);
    }

    @Test
    void theDelaySinceASenderReportLetsTheSenderMeasureTheRoundTrip() {
        assertThat(reception.delaySinceSenderReport(5)).isZero();
        reception.senderReported(0x1122_3344_5566_7788L, 1_000_000_000L);
        assertThat(reception.lastSenderReport()).isEqualTo(0x3344_5566);
        assertThat(reception.delaySinceSenderReport(1_500_000_000L)).isEqualTo(32_768);
    }
}
