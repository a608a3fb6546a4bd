package io.sarangbang.media.rest;

import io.sarangbang.media.rtc.MediaEngine;
import io.sarangbang.media.rtc.SelfCheck;
import io.sarangbang.media.session.Room;
import io.sarangbang.media.session.Rooms;
import io.sarangbang.media.webhook.Webhook;
import java.util.function.IntSupplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether this server can do its work, and how much it does. Tells strangers nothing but numbers and causes. */
public final class Health {

    private final MediaEngine engine;
    private final Rooms rooms;
    private final Webhook webhook;
    private final IntSupplier sockets;

    public Health(MediaEngine engine, Rooms rooms, Webhook webhook, IntSupplier sockets) {
        this.engine = engine;
        this.rooms = rooms;
        this.webhook = webhook;
        this.sockets = sockets;
    }

    Reply report() {
        var check = engine.selfCheck();
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
