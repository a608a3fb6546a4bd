package io.sarangbang.rooms.media;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Calls of the media server as spans and timers, and whether it did what it was asked last. */
@Component
class MediaServerMeters {

    private final ObservationRegistry observations;
    private final AtomicReference<Double> up = new AtomicReference<>(Double.NaN);

    MediaServerMeters(ObservationRegistry observations, MeterRegistry meters) {
        this.observations = observations;
        Gauge.builder("media.server.up", up, AtomicReference::get)
                .description("1 when the last call of the media server worked, 0 when it did not")
                .register(meters);
    }

    Call begin(String what) {
        return new Call(Observation.createNotStarted("media.server.calls", observations)
                .contextualName("media server: " + what)
                .lowCardinalityKeyValue("call", what.replace(' ', '-'))
                .lowCardinalityKeyValue("outcome", "failed")
                .start());
    }

    /** One call, over when it is closed; failed unless it was said to have worked. */
    final class Call implements AutoCloseable {

        private final Observation observation;
        private boolean worked;

        private Call(Observation observation) {
            this.observation = observation;
        }

        void worked() {
            worked = true;
            observation.lowCardinalityKeyValue("outcome", "worked");
        }

        @Override
        public void close() {
            up.set(worked ? 1.0 : 0.0);
            observation.stop();
        }
    }
}
