package io.sarangbang.media.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where events go.
 *
 * @param endpoint who is told, or null for nobody
 * @param headers added to every call
 * @param events the names of those told
 * @param capacity how many may wait; when the endpoint is down for longer, the oldest are dropped
 * @param retryAfter the pause before the second try; every further one is that much longer
 * @param timeout how long one try may take
 */
public record WebhookSettings(
        @Nullable URI endpoint,
        List<Header> headers,
        Set<String> events,
        int capacity,
        Duration retryAfter,
        Duration timeout) {

    /** Every event of OpenVidu 2.32, those of its paid edition included; we only ever send some of them. */
    public static final List<String> ALL_EVENTS = List.of(
            "sessionCreated",
            "sessionDestroyed",
            "participantJoined",
            "participantLeft",
            "webrtcConnectionCreated",
            "webrtcConnectionDestroyed",
            "recordingStatusChanged",
            "filterEventDispatched",
            "signalSent",
            "mediaNodeStatusChanged",
            "autoscaling",
            "nodeCrashed",
            "nodeRecovered",
            "broadcastStarted",
            "broadcastStopped");

    private static final int CAPACITY = 10_000;

    public WebhookSettings {
        headers = List.copyOf(headers);
        events = Set.copyOf(events);
    }

    public static WebhookSettings none() {
        return to(null, List.of(), Set.copyOf(ALL_EVENTS));
    }

    public static WebhookSettings to(@Nullable URI endpoint, List<Header> headers, Set<String> events) {
        return new WebhookSettings(endpoint, headers, events, CAPACITY, Duration.ofMillis(500), Duration.ofSeconds(5));
    }

    /** One HTTP header. */
    public record Header(String name, String value) {}
}
