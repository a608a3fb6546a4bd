package io.sarangbang.media.rest;

import io.sarangbang.media.rtc.MediaEngine;
import io.sarangbang.media.rtc.SelfCheck;
import io.sarangbang.media.session.Room;
import io.sarangbang.media.session.Rooms;
import io.sarangbang.media.webhook.Webhook;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether this server can do its work, and how much it does. Tells strangers nothing but numbers and causes. */
public final class Health {

    private static final Duration VALIDITY = Duration.ofSeconds(5);

    private final MediaEngine engine;
    private final Rooms rooms;
    private final Webhook webhook;
    private final IntSupplier sockets;
    private @Nullable SelfCheck lastCheck;
    private long checkedAt;

    public Health(MediaEngine engine, Rooms rooms, Webhook webhook, IntSupplier sockets) {
        this.engine = engine;
        this.rooms = rooms;
        this.webhook = webhook;
        this.sockets = sockets;
    }

    Reply report() {
        var check = check();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("status", check.healthy() ? "UP" : "DOWN")
                .put("version", Room.PROTOCOL_VERSION)
                .put("sessions", rooms.all().size())
                .put(
                        "connections",
                        rooms.all().stream().mapToInt(Room::population).sum())
                .put("sockets", sockets.getAsInt())
                .put("mediaPort", engine.port());
        addMedia(json);
        json.putObject("webhook").put("waiting", webhook.waiting()).put("lost", webhook.lost());
        addFindings(json, check);
        return Reply.json(check.healthy() ? 200 : 503, json);
    }

    /** What {@link #report} says in numbers, for Prometheus. */
    Reply metrics() {
        var stats = engine.stats();
        var all = rooms.all();
        var memory = Runtime.getRuntime();
        var metrics = new Metrics()
                .gauge("media_healthy", "1 when the last check of itself passed", check().healthy() ? 1 : 0)
                .gauge("media_sessions", "Sessions that exist now", all.size())
                .gauge(
                        "media_connections",
                        "Connections that exist now",
                        all.stream().mapToInt(Room::population).sum())
                .gauge("media_sockets", "Signalling sockets that are open now", sockets.getAsInt())
                .gauge("media_peers", "Browser connections that carry media now", stats.peers())
                .gauge("media_publications", "Streams that exist now", stats.publications())
                .gauge("media_subscriptions", "Views of streams that exist now", stats.subscriptions())
                .counter("media_packets_in_total", "Datagrams received", stats.packetsIn())
                .counter("media_packets_out_total", "Datagrams sent", stats.packetsOut())
                .counter("media_packets_lost_total", "Media packets that never reached the server", stats.lost())
                .counter("media_packets_dropped_total", "Datagrams thrown away", stats.dropped())
                .gauge("media_webhooks_waiting", "Webhooks that wait to be told", webhook.waiting())
                .counter("media_webhooks_lost_total", "Webhooks that could not be told", webhook.lost())
                .gauge("media_memory_used_bytes", "Heap in use", memory.totalMemory() - memory.freeMemory())
                .gauge("media_memory_max_bytes", "Heap there may be", memory.maxMemory());
        return Reply.text(metrics.toString());
    }

    /** Checked at most every few seconds: it costs a handshake, and anybody may ask. */
    private synchronized SelfCheck check() {
        var now = System.nanoTime();
        if (lastCheck == null || now - checkedAt > VALIDITY.toNanos()) {
            lastCheck = engine.selfCheck();
            checkedAt = System.nanoTime();
        }
        return lastCheck;
    }

    private void addMedia(ObjectNode json) {
        var stats = engine.stats();
        json.putObject("media")
                .put("peers", stats.peers())
                .put("publications", stats.publications())
                .put("subscriptions", stats.subscriptions())
                .put("packetsIn", stats.packetsIn())
                .put("packetsOut", stats.packetsOut())
                .put("lost", stats.lost())
                .put("dropped", stats.dropped());
    }

    private static void addFindings(ObjectNode json, SelfCheck check) {
        var findings = json.putObject("selfCheck");
        check.findings()
                .forEach(finding -> findings.putObject(finding.name())
                        .put("passed", finding.passed())
                        .put("detail", finding.detail()));
    }
}
