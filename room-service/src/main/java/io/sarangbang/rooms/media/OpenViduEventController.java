package io.sarangbang.rooms.media;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where OpenVidu's webhooks come in. Any answer but 200 counts as a failure there. */
@RestController
class OpenViduEventController {

    static final String PATH = "/internal/openvidu/events";
    private static final int LONGEST = 64 * 1024;

    private final OpenViduEvents reader;
    private final ApplicationEventPublisher events;

    OpenViduEventController(OpenViduEvents reader, ApplicationEventPublisher events) {
        this.reader = reader;
        this.events = events;
    }

    @PostMapping(PATH)
    void receive(InputStream body) throws IOException {
        var bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new PayloadTooLarge(LONGEST);
        }
        reader.read(bytes).ifPresent(events::publishEvent);
    }
}
