package io.sarangbang.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sarangbang.media.webhook.WebhookSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;
import tools.jackson.databind.JsonNode;

/** A backend that takes webhooks. */
final class Backend implements AutoCloseable {

    /** An answer that is none: the connection is cut. */
    static final int HANG_UP = -1;

    private final HttpServer http;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final IntUnaryOperator answers;
    private int calls;

    Backend(IntUnaryOperator answers) {
        this.answers = answers;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/hook", this::take);
        http.start();
    }

    static Backend content() {
        return new Backend(_ -> 200);
    }

    WebhookSettings settings(int capacity) {
        return new WebhookSettings(
                URI.create("http://localhost:" + http.getAddress().getPort() + "/hook"),
                List.of(new WebhookSettings.Header("Authorization", "Bearer webhook-secret")),
                Set.copyOf(WebhookSettings.ALL_EVENTS),
                capacity,
                Duration.ofMillis(10),
                Duration.ofSeconds(2));
    }

    List<JsonNode> events() {
        return events;
    }

    List<String> names() {
        return events.stream().map(event -> event.get("event").stringValue()).toList();
    }

    List<String> authorizations() {
        return authorizations;
    }

    int calls() {
        return calls;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var event = Browser.JSON.readTree(exchange.getRequestBody().readAllBytes());
            var answer = answers.applyAsInt(calls++);
            if (answer == HANG_UP) {
                return;
            }
            events.add(event);
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
