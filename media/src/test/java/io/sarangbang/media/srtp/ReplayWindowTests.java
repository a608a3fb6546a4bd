package io.sarangbang.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayWindowTests {

    private final ReplayWindow window = new ReplayWindow();

    @Test
    void theFirstIndexMayBeAnything() {
        assertThat(window.isFresh(0)).isTrue();
        assertThat(window.isFresh(1L << 40)).isTrue();
    }

    @Test
    void theOldestOfSixtyFourIsStillAccepted() {
        window.accept(100);
        assertThat(window.isFresh(37)).isTrue();
        assertThat(window.isFresh(36)).isFalse();
    }

    @Test
    void aLeapForgetsWhatLiesBehind() {
        window.accept(1);
        window.accept(1000);
        assertThat(window.isFresh(999)).isTrue();
        assertThat(window.isFresh(1000)).isFalse();
        assertThat(window.isFresh(1)).isFalse();
    }

    @Test
    void noIndexIsEverAcceptedTwice() {
        var random = new Random(64);
        Set<Long> accepted = new HashSet<>();
        for (long base = 0; base < 20_000; base++) {
            long index = Math.max(0, base + random.nextInt(200) - 100);
            if (window.isFresh(index)) {
                window.accept(index);
                assertThat(accepted.add(index)).as("index %d", index).isTrue();
            }
        }
    }
}
