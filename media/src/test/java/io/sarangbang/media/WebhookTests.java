package io.sarangbang.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.media.session.RoomEvent;
import io.sarangbang.media.webhook.Webhook;
import io.sarangbang.media.webhook.WebhookSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class WebhookTests {

    @Test
    void eventsArriveInOrderWithTheConfiguredHeaders() {
        try (var backend = Backend.content();
                var webhook = new Webhook(backend.settings(1000))) {
            IntStream.range(0, 50).forEach(number -> webhook.accept(event("signalSent", number)));
            Eventually.holds("50 events", () -> backend.events().size() == 50);
            assertThat(numbers(backend))
                    .isEqualTo(IntStream.range(0, 50).boxed().toList());
            assertThat(backend.authorizations()).containsOnly("Bearer webhook-secret");
        }
    }

    @Test
    void aBrokenConnectionIsTriedFiveTimesAndOrderIsKept() {
        try (var backend = new Backend(call -> call < 4 ? Backend.HANG_UP : 200);
                var webhook = new Webhook(backend.settings(1000))) {
            webhook.accept(event("signalSent", 1));
            webhook.accept(event("signalSent", 2));
            Eventually.holds("both events", () -> backend.events().size() == 2);
            assertThat(numbers(backend)).containsExactly(1, 2);
            assertThat(backend.calls()).isEqualTo(6);
            assertThat(webhook.lost()).isZero();
        }
    }

    @Test
    void afterFiveTriesTheNextEventHasItsTurn() {
        try (var backend = new Backend(call -> call < 5 ? Backend.HANG_UP : 200);
                var webhook = new Webhook(backend.settings(1000))) {
            webhook.accept(event("signalSent", 1));
            webhook.accept(event("signalSent", 2));
            Eventually.holds("the second event", () -> backend.events().size() == 1);
            assertThat(numbers(backend)).containsExactly(2);
            assertThat(webhook.lost()).isEqualTo(1);
        }
    }

    @Test
    void anythingButTwoHundredIsNotTriedAgain() {
        try (var backend = new Backend(call -> call == 0 ? 204 : 200);
                var webhook = new Webhook(backend.settings(1000))) {
            webhook.accept(event("signalSent", 1));
            webhook.accept(event("signalSent", 2));
            Eventually.holds("the second event", () -> backend.events().size() == 2);
            assertThat(backend.calls()).isEqualTo(2);
            assertThat(webhook.lost()).isEqualTo(1);
        }
    }

    @Test
    void eventsNobodyAskedForAreNotTold() {
        try (var backend = Backend.content()) {
            var all = backend.settings(10);
            var some = new WebhookSettings(
                    all.endpoint(), List.of(), Set.of("sessionDestroyed"), 10, all.retryAfter(), all.timeout());
            try (var webhook = new Webhook(some)) {
                webhook.accept(event("sessionCreated", 1));
                webhook.accept(event("sessionDestroyed", 2));
                Eventually.holds("one event", () -> !backend.events().isEmpty());
                assertThat(backend.names()).containsExactly("sessionDestroyed");
            }
        }
    }

    @Test
    void aDeadEndpointHoldsNobodyUpAndTheOldestEventsAreDropped() {
        var dead = new WebhookSettings(
                URI.create("http://localhost:1/hook"),
                List.of(),
                Set.copyOf(WebhookSettings.ALL_EVENTS),
                3,
                Duration.ofMinutes(5),
                Duration.ofSeconds(1));
        try (var server = RunningServer.telling(dead)) {
            var session = server.session();
            var started = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                try (var browser = server.joined(session, "PUBLISHER");
                        var _ = server.joined(session, "PUBLISHER")) {
                    browser.result("sendMessage", Browser.params("message", "{\"to\":[],\"data\":\"x\"}"));
                }
            }
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
            var health = RunningServer.json(
                    RunningServer.send(server.request("/health", "GET", "").build()));
            assertThat(health.get("webhook").get("waiting").intValue()).isEqualTo(3);
            assertThat(health.get("webhook").get("lost").intValue()).isPositive();
        }
    }

    @Test
    void stoppingDeliversWhatWaitsButDoesNotWaitForADeadEndpoint() {
        try (var backend = Backend.content()) {
            try (var webhook = new Webhook(backend.settings(1000))) {
                IntStream.range(0, 20).forEach(number -> webhook.accept(event("signalSent", number)));
            }
            assertThat(backend.events()).hasSize(20);
        }
    }

    private static List<Integer> numbers(Backend backend) {
        return backend.events().stream()
                .map(event -> event.get("number").intValue())
                .toList();
    }

    private static RoomEvent event(String name, int number) {
        return new RoomEvent(
                name, JsonNodeFactory.instance.objectNode().put("event", name).put("number", number));
    }
}
