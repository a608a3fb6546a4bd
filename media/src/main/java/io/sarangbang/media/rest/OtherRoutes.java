package io.sarangbang.media.rest;

import java.util.List;
import java.util.stream.Stream;

/** The configuration, the parts of OpenVidu this server does not have, and its health. */
final class OtherRoutes {

    private final RestSettings settings;
    private final Health health;

    OtherRoutes(RestSettings settings, Health health) {
        this.settings = settings;
        this.health = health;
    }

    List<Route> all() {
        var known = Stream.of(
                Route.of("GET", "/config", _ -> Reply.json(200, settings.config())),
                Route.openApi("/config/openvidu-publicurl", _ -> Reply.text(settings.publicUrl())),
                Route.open("/health", _ -> health.report()),
                Route.open("/metrics", _ -> health.metrics()));
        return Stream.concat(known, recording()).toList();
    }

    /** What the real server answers while its recording module is off. */
    private static Stream<Route> recording() {
        return Stream.of(
                        "POST /recordings/start",
                        "POST /recordings/stop/*",
                        "GET /recordings",
                        "GET /recordings/*",
                        "DELETE /recordings/*",
                        "POST /broadcast/start",
                        "POST /broadcast/stop")
                .map(call -> call.split(" "))
                .map(call -> Route.of(call[0], call[1], _ -> Reply.empty(501)));
    }
}
