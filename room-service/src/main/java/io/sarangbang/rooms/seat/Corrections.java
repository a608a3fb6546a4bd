package io.sarangbang.rooms.seat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What the reconciler saw at its last look, and what it had to put right. */
@Component
class Corrections {

    /** How seats and the media server disagreed. */
    enum Kind {
        ARRIVAL_UNHEARD,
        SEAT_WITHOUT_CONNECTION,
        RESERVATION_EXPIRED,
        CONNECTION_WITHOUT_SEAT,
        SESSION_OF_DELETED_ROOM;

        private String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final MeterRegistry registry;
    private final AtomicInteger seats = new AtomicInteger();
    private final AtomicInteger meetings = new AtomicInteger();

    Corrections(MeterRegistry registry) {
        this.registry = registry;
        Arrays.stream(Kind.values()).forEach(this::counter);
        registry.gauge("room.seats.open", seats);
        registry.gauge("room.meetings.open", meetings);
    }

    void saw(List<SeatSnapshot> live) {
        var sitting = live.stream().filter(it -> !it.isUnused()).toList();
        seats.set(sitting.size());
        meetings.set((int) sitting.stream().map(SeatSnapshot::roomId).distinct().count());
    }

    void count(Kind kind) {
        counter(kind).increment();
    }

    private Counter counter(Kind kind) {
        return Counter.builder("room.reconciler.corrections")
                .description("Disagreements between seats and the media server that the reconciler ended")
                .tag("kind", kind.slug())
                .register(registry);
    }
}
