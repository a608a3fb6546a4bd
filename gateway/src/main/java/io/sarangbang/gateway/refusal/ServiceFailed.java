package io.sarangbang.gateway.refusal;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** The service named in {@code cause} broke off or answered no proper HTTP; it may have done what was asked. */
public final class ServiceFailed extends Problem {

    public ServiceFailed(String cause) {
        super(HttpStatus.BAD_GATEWAY, "service-failed", "A service broke off", cause + " gave no proper answer.");
        with("cause", cause);
    }
}
