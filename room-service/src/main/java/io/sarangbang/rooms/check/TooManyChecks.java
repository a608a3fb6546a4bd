package io.sarangbang.rooms.check;

import io.sarangbang.defaults.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Others test their connections now, as many as the media server is asked to bear beside its calls. */
final class TooManyChecks extends Problem {

    TooManyChecks() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-connection-tests",
                "Too many connection tests at once",
                "Each takes less than two minutes.");
        retryAfter(Duration.ofSeconds(15));
    }
}
