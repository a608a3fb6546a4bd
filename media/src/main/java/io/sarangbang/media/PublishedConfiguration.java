package io.sarangbang.media;

import io.sarangbang.media.session.Room;
import io.sarangbang.media.webhook.WebhookSettings;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The settings as {@code GET /config} shows them; values of features we lack are those of a server that has them off. */
final class PublishedConfiguration {

    private PublishedConfiguration() {}

    static ObjectNode of(ServerSettings settings) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("VERSION", Room.PROTOCOL_VERSION)
                .put("DOMAIN_OR_PUBLIC_IP", settings.address().host())
                .put("HTTPS_PORT", settings.address().port())
                .put("OPENVIDU_PUBLICURL", settings.address().url())
                .put("OPENVIDU_CDR", false)
                .put(
                        "OPENVIDU_STREAMS_VIDEO_MAX_RECV_BANDWIDTH",
                        settings.media().maxBitrateKbps())
                .put("OPENVIDU_STREAMS_VIDEO_MIN_RECV_BANDWIDTH", 0)
                .put(
                        "OPENVIDU_STREAMS_VIDEO_MAX_SEND_BANDWIDTH",
                        settings.media().maxBitrateKbps())
                .put("OPENVIDU_STREAMS_VIDEO_MIN_SEND_BANDWIDTH", 0)
                .put("OPENVIDU_STREAMS_FORCED_VIDEO_CODEC", "MEDIA_SERVER_PREFERRED")
                .put("OPENVIDU_STREAMS_ALLOW_TRANSCODING", false)
                .put("OPENVIDU_WEBRTC_SIMULCAST", false)
                .put(
                        "OPENVIDU_SESSIONS_GARBAGE_INTERVAL",
                        settings.garbageEvery().toSeconds())
                .put(
                        "OPENVIDU_SESSIONS_GARBAGE_THRESHOLD",
                        settings.garbageAge().toSeconds())
                .put("OPENVIDU_RECORDING", false);
        describe(settings.webhook(), json);
        return json;
    }

    private static void describe(WebhookSettings webhook, ObjectNode json) {
        var endpoint = webhook.endpoint();
        json.put("OPENVIDU_WEBHOOK", endpoint != null);
        if (endpoint != null) {
            json.put("OPENVIDU_WEBHOOK_ENDPOINT", endpoint.toString());
            var headers = json.putArray("OPENVIDU_WEBHOOK_HEADERS");
            // The values are credentials more often than not; whoever needs them knows them.
            webhook.headers().forEach(header -> headers.add(header.name()));
            var events = json.putArray("OPENVIDU_WEBHOOK_EVENTS");
            WebhookSettings.ALL_EVENTS.stream()
                    .filter(webhook.events()::contains)
                    .forEach(events::add);
        }
    }
}
