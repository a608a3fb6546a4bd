package io.sarangbang.gateway.throttle;

import io.sarangbang.defaults.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** One kind of thing was asked too often from one address, or in one person's name (RFC 6585 §4). */
public final class TooManyRequests extends Problem {

    public TooManyRequests(Duration wait) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "Slow down",
                "This was asked too often in too short a time.");
        // A second too early would be refused again.
        retryAfter(wait.plus(Duration.ofSeconds(1).minusNanos(1)));
    }
}
