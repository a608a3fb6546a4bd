package io.sarangbang.media.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MissingPacketsTests {

    private static final long RETRY = 50_000_000L;

    private final MissingPackets missing = new MissingPackets();
    private final int[] due = new int[MissingPackets.LIMIT];

    private int[] dueAt(long now) {
        return Arrays.copyOf(due, missing.takeDue(now, due));
    }

    @Test
    void anUnbrokenRowMissesNothing() {
        for (int i = 65_500; i < 65_600; i++) {
            assertThat(missing.arrived(i & 0xFFFF)).isTrue();
        }
        assertThat(missing.isEmpty()).isTrue();
    }

    @Test
    void aGapIsAskedForAtOnceAndAcrossTheWrap() {
        missing.arrived(65_534);
        missing.arrived(1);
        assertThat(dueAt(0)).containsExactly(65_535, 0);
    }

    @Test
    void aRequestIsRepeatedOnlyAfterAPause() {
        missing.arrived(1);
        missing.arrived(3);
        assertThat(dueAt(0)).containsExactly(2);
        assertThat(dueAt(RETRY - 1)).isEmpty();
        assertThat(dueAt(RETRY)).containsExactly(2);
    }

    @Test
    void whatComesLateIsNoLongerMissed() {
        missing.arrived(1);
        missing.arrived(4);
        missing.arrived(2);
        assertThat(dueAt(0)).containsExactly(3);
        missing.arrived(3);
        assertThat(missing.isEmpty()).isTrue();
    }

    @Test
    void afterEightRequestsAPacketIsGivenUp() {
        missing.arrived(1);
        missing.arrived(3);
        for (int i = 0; i < 8; i++) {
            assertThat(dueAt(i * RETRY)).containsExactly(2);
        }
        assertThat(dueAt(8 * RETRY)).isEmpty();
        assertThat(missing.isEmpty()).isTrue();
    }

    @Test
    void aHugeGapIsNotRepairedAndCostsNoMemory() {
        missing.arrived(1);
        assertThat(missing.arrived(1000)).isFalse();
        assertThat(missing.isEmpty()).isTrue();
        assertThat(missing.arrived(1002)).isTrue();
        assertThat(dueAt(0)).containsExactly(1001);
    }
}
