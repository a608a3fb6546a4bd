package io.sarangbang.gateway.refusal;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** The body is longer than any that our services read; {@code limit} says how many bytes are. */
public final class PayloadTooLarge extends Problem {

    public PayloadTooLarge(long limit) {
        super(
                HttpStatus.CONTENT_TOO_LARGE,
                "payload-too-large",
                "The request is too large",
                "At most " + limit + " bytes are read.");
        with("limit", limit);
    }
}
