package io.sarangbang.defaults.problem;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Something this service stands on does not answer; {@code cause} names it. */
public final class ServiceUnavailable extends Problem {

    /** @param cause what does not answer, {@code database} or a service's name */
    public ServiceUnavailable(String cause, String detail) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", "Try again in a moment", detail);
        with("cause", cause);
        retryAfter(Duration.ofSeconds(2));
    }
}
