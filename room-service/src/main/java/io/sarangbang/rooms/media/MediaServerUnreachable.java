package io.sarangbang.rooms.media;

import io.sarangbang.defaults.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The media server does not answer, or not as one; the log says which and why. */
public final class MediaServerUnreachable extends Problem {

    public MediaServerUnreachable() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "media-server-unreachable",
                "The media server does not answer",
                "Nobody can join right now; try again in a moment.");
        retryAfter(Duration.ofSeconds(3));
    }
}
