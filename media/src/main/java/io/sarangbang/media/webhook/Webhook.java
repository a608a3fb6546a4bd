package io.sarangbang.media.webhook;

import io.sarangbang.media.session.RoomEvent;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events one after another, so that they arrive in order. Rooms only ever put them into a bounded queue; when
 * the endpoint stays away so long that it is full, the oldest are dropped, since the newest say how things are.
 */
public final class Webhook implements Consumer<RoomEvent>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Webhook.class);
    private static final int TRIES = 5;
    private static final int OK = 200;

    private final WebhookSettings settings;
    private final BlockingDeque<RoomEvent> waiting;
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong undelivered = new AtomicLong();
    private final @Nullable HttpClient http;
    private final @Nullable Thread worker;
    private volatile boolean closing;

    public Webhook(WebhookSettings settings) {
        this.settings = settings;
        this.waiting = new LinkedBlockingDeque<>(settings.capacity());
        var used = settings.endpoint() != null;
        this.http = used
                ? HttpClient.newBuilder()
                        .connectTimeout(settings.timeout())
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()
                : null;
        this.worker = used ? Thread.ofVirtual().name("webhook").start(this::deliver) : null;
    }

    @Override
    public void accept(RoomEvent event) {
        if (worker == null || !settings.events().contains(event.name())) {
            return;
        }
        while (!waiting.offerLast(event)) {
            if (waiting.pollFirst() != null && dropped.getAndIncrement() % 1000 == 0) {
                log.warn("webhook endpoint is too slow or down: {} events dropped", dropped.get());
            }
        }
    }

    public int waiting() {
        return waiting.size();
    }

    /** Events that nobody was told: dropped from the full queue, or refused, or never delivered in five tries. */
    public long lost() {
        return dropped.get() + undelivered.get();
    }

    private void deliver() {
        try {
            while (!closing || !waiting.isEmpty()) {
                var event = waiting.pollFirst(100, TimeUnit.MILLISECONDS);
                if (event != null) {
                    deliver(event);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(RoomEvent event) throws InterruptedException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                var status = post(event);
                if (status != OK) {
                    undelivered.incrementAndGet();
                    log.error("webhook {} was answered {} instead of 200", event.name(), status);
                }
                return;
            } catch (IOException e) {
                log.warn("webhook {} failed, try {} of {}: {}", event.name(), attempt, TRIES, e.toString());
                pause(settings.retryAfter().multipliedBy(attempt));
            }
        }
        undelivered.incrementAndGet();
    }

    private void pause(Duration time) throws InterruptedException {
        if (!closing) {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        }
    }

    private int post(RoomEvent event) throws IOException, InterruptedException {
        if (http == null || settings.endpoint() == null) {
            return OK;
        }
        var request = HttpRequest.newBuilder(settings.endpoint())
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event.body().toString()));
        settings.headers().forEach(header -> request.header(header.name(), header.value()));
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Delivers what waits, for at most a second: an endpoint that is down must not hold up the shutdown. */
    @Override
    public void close() {
        closing = true;
        if (worker == null || http == null) {
            return;
        }
        try {
            if (!worker.join(Duration.ofSeconds(1))) {
                log.warn("{} webhook events were not delivered before the stop", waiting.size());
                worker.interrupt();
            }
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }
}
