package io.sarangbang.rooms.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class JoinMetersTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final JoinMeters meters = new JoinMeters(registry);

    @Test
    void aSeatIsCountedAsOne() {
        assertThat(meters.<String>count(() -> "a seat")).isEqualTo("a seat");

        assertThat(count("seated")).isEqualTo(1);
    }

    @Test
    void aRefusalIsCountedUnderItsProblem() {
        assertThatThrownBy(() -> meters.count(() -> {
                    throw new RoomFull(4);
                }))
                .isInstanceOf(RoomFull.class);

        assertThat(count("room-full")).isEqualTo(1);
        assertThat(count("seated")).isZero();
    }

    @Test
    void whatNobodyExpectedIsAnError() {
        assertThatThrownBy(() -> meters.count(() -> {
                    throw new IllegalStateException("the database");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(count("error")).isEqualTo(1);
    }

    private long count(String outcome) {
        return registry.get("room.joins").tag("outcome", outcome).timer().count();
    }
}
