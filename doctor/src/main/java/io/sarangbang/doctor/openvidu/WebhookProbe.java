package io.sarangbang.doctor.openvidu;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.fact.Probe;
import io.sarangbang.doctor.wire.Reply;
import io.sarangbang.doctor.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tells the configured endpoint of an event as OpenVidu does, and lets OpenVidu tell it of one. */
final class WebhookProbe implements Probe<WebhookFacts> {

    private static final Duration DELIVERY = Duration.ofSeconds(3);

    @Override
    public Class<WebhookFacts> facts() {
        return WebhookFacts.class;
    }

    @Override
    public WebhookFacts ask(Inquiry inquiry) throws IOException, InterruptedException {
        var api = OpenViduApi.of(inquiry.installation());
        var endpoint = endpoint(api);
        if (endpoint.isEmpty()) {
            return new WebhookFacts("", Fact.unknown("nobody is told"), Fact.unknown("nobody is told"));
        }
        var wire = new Wire(inquiry.installation());
        var secret = inquiry.installation().secret("OPENVIDU_WEBHOOK_SECRET").orElse("");
        return new WebhookFacts(endpoint, OpenViduApi.tried(() -> tell(wire, endpoint, secret)), lostMeanwhile(api));
    }

    private static String endpoint(OpenViduApi api) throws IOException {
        var reply = api.getSigned("/openvidu/api/config");
        if (reply.status() != 200) {
            throw new IOException("/openvidu/api/config answered " + reply.status());
        }
        var config = OpenViduApi.json(reply);
        return config.path("OPENVIDU_WEBHOOK").asBoolean(false)
                ? config.path("OPENVIDU_WEBHOOK_ENDPOINT").asString("")
                : "";
    }

    private static Reply tell(Wire wire, String endpoint, String secret) throws IOException {
        var event = "{\"event\":\"sessionDestroyed\",\"sessionId\":\"doctor-webhook\",\"timestamp\":%d}"
                .formatted(Instant.now().toEpochMilli());
        var headers = Map.of("Authorization", "Bearer " + secret, "Content-Type", "application/json");
        return wire.send("POST", URI.create(endpoint), headers, event);
    }

    /** Our own media server counts what it could not deliver; OpenVidu only logs it. */
    private static Fact<Long> lostMeanwhile(OpenViduApi api) throws IOException, InterruptedException {
        var before = webhook(api).path("lost");
        if (!before.isNumber()) {
            return Fact.unknown("this OpenVidu does not count what it could not deliver");
        }
        PracticeSession.open(api).close();
        var end = Instant.now().plus(DELIVERY);
        while (webhook(api).path("waiting").asLong(0) > 0 && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        Thread.sleep(200); // the last one has left the queue and is on its way
        return Fact.known(webhook(api).path("lost").asLong(0) - before.asLong());
    }

    private static JsonNode webhook(OpenViduApi api) throws IOException {
        return OpenViduApi.json(api.get("/health")).path("webhook");
    }
}
