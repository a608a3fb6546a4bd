package io.sarangbang.media;

import io.sarangbang.media.rest.Health;
import io.sarangbang.media.rest.RestApi;
import io.sarangbang.media.rest.RestSettings;
import io.sarangbang.media.rpc.RpcServer;
import io.sarangbang.media.rtc.MediaEngine;
import io.sarangbang.media.session.EndReason;
import io.sarangbang.media.session.IceServers;
import io.sarangbang.media.session.RoomServices;
import io.sarangbang.media.session.Rooms;
import io.sarangbang.media.webhook.Webhook;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole server, running from construction until it is closed. */
final class MediaServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MediaServer.class);

    private final MediaEngine engine;
    private final Webhook webhook;
    private final Rooms rooms;
    private final RpcServer rpc;
    private final WebServer web;
    private final ScheduledExecutorService garbage = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("garbage").factory());

    MediaServer(ServerSettings settings) throws IOException {
        engine = new MediaEngine(settings.media());
        webhook = new Webhook(settings.webhook());
        var iceServers = new IceServers(settings.ice(), settings.address(), engine.port());
        rooms = new Rooms(new RoomServices(engine, webhook, settings.address(), iceServers));
        rpc = new RpcServer(rooms, settings.rpc());
        var health = new Health(engine, rooms, webhook, rpc::openSockets);
        var rest = new RestSettings(settings.secret(), settings.address().url(), PublishedConfiguration.of(settings));
        try {
            web = new WebServer(settings, rpc, new RestApi(rest, rooms, health));
        } catch (IOException e) {
            closeParts();
            throw e;
        }
        collectGarbage(settings);
        log.info("listening on port {}, media on port {} of {}", web.port(), engine.port(), engine.addresses());
    }

    /** The port HTTP listens on, also when a free one was asked for. */
    int port() {
        return web.port();
    }

    Rooms rooms() {
        return rooms;
    }

    RpcServer rpc() {
        return rpc;
    }

    private void collectGarbage(ServerSettings settings) {
        var every = settings.garbageEvery().toMillis();
        if (every > 0) {
            garbage.scheduleWithFixedDelay(
                    () -> rooms.dropForgotten(settings.garbageAge()), every, every, TimeUnit.MILLISECONDS);
        }
    }

    /** Tells everybody, then goes; in under two seconds, since a supervisor does not wait long. */
    @Override
    public void close() {
        garbage.shutdownNow();
        rooms.closeAll(EndReason.SERVER_STOPPED);
        rpc.close();
        web.close();
        webhook.close();
        engine.close();
        log.info("stopped");
    }

    private void closeParts() {
        garbage.shutdownNow();
        rpc.close();
        webhook.close();
        engine.close();
    }
}
