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
