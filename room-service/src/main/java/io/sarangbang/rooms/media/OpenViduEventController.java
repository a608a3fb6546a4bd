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

    OpenViduEventController(OpenViduEvents reader, ApplicationEventPublisher events) {
        this.reader = reader;
        this.events = events;
    }

    @PostMapping(PATH)
    void receive(@RequestBody byte[] body) {
        reader.read(body).ifPresent(events::publishEvent);
    }
}
