package io.sarangbang.rooms.media;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sarangbang.rooms.media.MediaEvent.ParticipantJoined;
import io.sarangbang.rooms.media.MediaEvent.ParticipantLeft;
import io.sarangbang.rooms.media.MediaEvent.SessionDestroyed;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts the media server's webhooks. */
@Component
class WebhookMeters {

    private static final String JOINED = "participant-joined";
    private static final String LEFT = "participant-left";
    private static final String DESTROYED = "session-destroyed";
    private static final String OTHER = "other";

    private final MeterRegistry registry;

    WebhookMeters(MeterRegistry registry) {
        this.registry = registry;
        Stream.of(JOINED, LEFT, DESTROYED, OTHER).forEach(this::counter);
    }

    void count(Optional<MediaEvent> event) {
        counter(event.map(WebhookMeters::name).orElse(OTHER)).increment();
    }

    private static String name(MediaEvent event) {
        return switch (event) {
            case ParticipantJoined _ -> JOINED;
            case ParticipantLeft _ -> LEFT;
            case SessionDestroyed _ -> DESTROYED;
        };
    }

    private Counter counter(String event) {
        return Counter.builder("media.server.webhooks")
                .description("Events that the media server told of")
                .tag("event", event)
                .register(registry);
    }
}
