package io.sarangbang.gateway.refusal;

import io.sarangbang.defaults.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The service named in {@code cause} took the request but did not answer in time; it may still do what was asked. */
public final class ServiceTimeout extends Problem {

    public ServiceTimeout(String cause) {
        super(
                HttpStatus.GATEWAY_TIMEOUT,
                "service-timeout",
                "A service took too long",
                cause + " did not answer in time.");
        with("cause", cause);
        retryAfter(Duration.ofSeconds(5));
    }
}
