package io.sarangbang.media.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StateTellerTests {

    private final List<MediaState> told = new ArrayList<>();
    private final StateTeller states = new StateTeller(told::add, Runnable::run);
    private final long now = System.nanoTime();

    private long in(int seconds) {
        return now + TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void twentySecondsWithoutACheckAreSilenceAndToldOnce() {
        states.tell(MediaState.CONNECTED);
        states.heard(in(5));
        states.tick(in(24));
        assertThat(told).containsExactly(MediaState.CONNECTED);
        states.tick(in(26));
        states.tick(in(27));
        assertThat(told).containsExactly(MediaState.CONNECTED, MediaState.SILENT);
    }

    @Test
    void whoIsHeardAgainIsConnectedAgain() {
        states.tell(MediaState.CONNECTED);
        states.tick(in(30));
        states.heard(in(31));
        assertThat(told).containsExactly(MediaState.CONNECTED, MediaState.SILENT, MediaState.CONNECTED);
    }

    @Test
    void whoNeverConnectedIsSilentToo() {
        states.tick(in(30));
        states.heard(in(31));
        assertThat(told).containsExactly(MediaState.SILENT);
    }

    @Test
    void nothingFollowsTheEnd() {
        states.tell(MediaState.CLOSED);
        states.tell(MediaState.CONNECTED);
        states.tick(in(30));
        assertThat(told).containsExactly(MediaState.CLOSED);
    }

    @Test
    void aListenerThatFailsIsToldTheNextThing() {
        List<MediaState> heard = new ArrayList<>();
        var failing = new StateTeller(
                state -> {
                    heard.add(state);
                    throw new IllegalStateException("not now");
                },
                Runnable::run);
        failing.tell(MediaState.CONNECTED);
        failing.tell(MediaState.CLOSED);
        assertThat(heard).containsExactly(MediaState.CONNECTED, MediaState.CLOSED);
    }
}
