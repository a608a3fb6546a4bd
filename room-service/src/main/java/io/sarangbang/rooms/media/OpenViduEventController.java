package io.sarangbang.rooms.media;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where OpenVidu's webhooks come in. Any answer but 200 counts as a failure there. */
@RestController
class OpenViduEventController {

    static final String PATH = "/internal/openvidu/events";

    private final OpenViduEvents reader;
    private final ApplicationEventPublisher events;
    private final WebhookMeters meters;

    OpenViduEventController(OpenViduEvents reader, ApplicationEventPublisher events, WebhookMeters meters) {
        this.reader = reader;
        this.events = events;
        this.meters = meters;
    }

    @PostMapping(PATH)
    void receive(@RequestBody byte[] body) {
        var event = reader.read(body);
        meters.count(event);
        event.ifPresent(events::publishEvent);
    }
}
