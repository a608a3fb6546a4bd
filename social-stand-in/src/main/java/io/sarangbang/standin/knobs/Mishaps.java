package io.sarangbang.standin.knobs;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Slows down, breaks or cuts short an answer that would have been right. */
@Component
public class Mishaps {

    private final JsonMapper json;

    Mishaps(JsonMapper json) {
        this.json = json;
    }

    /** The answer, or what has become of it at this place. */
    public ResponseEntity<?> befall(Knobs knobs, Place place, Supplier<ResponseEntity<?>> answer) {
        if (knobs.has(Knob.SLOW, place)) {
            pause(Duration.ofSeconds(knobs.delay()));
        }
        if (knobs.has(Knob.SERVER_ERROR, place)) {
            return page(HttpStatus.INTERNAL_SERVER_ERROR);
        }
        if (knobs.has(Knob.UNAVAILABLE, place)) {
            return page(HttpStatus.SERVICE_UNAVAILABLE);
        }
        return knobs.has(Knob.TRUNCATED, place) ? truncated(answer.get()) : answer.get();
    }

    /** Real outages come as a load balancer's page, not as JSON. */
    private static ResponseEntity<?> page(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_HTML)
                .body("<html><body><h1>" + status.value() + " " + status.getReasonPhrase() + "</h1></body></html>");
    }

    private ResponseEntity<?> truncated(ResponseEntity<?> whole) {
        var text = json.writeValueAsString(whole.getBody());
        return ResponseEntity.status(whole.getStatusCode())
                .contentType(MediaType.APPLICATION_JSON)
                .body(text.substring(0, text.length() / 2).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
