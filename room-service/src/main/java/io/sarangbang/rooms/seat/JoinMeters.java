package io.sarangbang.rooms.seat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Counts and times what comes of joining: a seat, or the problem that was answered. */
@Component
class JoinMeters {

    private static final String NAME = "room.joins";
    private static final String SEATED = "seated";
    private static final String ERROR = "error";

    private final MeterRegistry registry;

    JoinMeters(MeterRegistry registry) {
        this.registry = registry;
        // There from the start, or the first failure of each kind would be no increase of anything.
        Stream.of(SEATED, ERROR, "room-full", "media-server-unreachable").forEach(this::timer);
    }

    <T> T count(Supplier<T> join) {
        var sample = Timer.start(registry);
        var outcome = ERROR;
        try {
            var seat = join.get();
            outcome = SEATED;
            return seat;
        } catch (ErrorResponseException e) {
            outcome = slug(e);
            throw e;
        } finally {
            sample.stop(timer(outcome));
        }
    }

    private static String slug(ErrorResponseException problem) {
        var type = Objects.toString(problem.getBody().getType(), ERROR);
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private Timer timer(String outcome) {
        return Timer.builder(NAME)
                .description("Requests for a seat in a room, by what came of them")
                .tag("outcome", outcome)
                .register(registry);
    }
}
