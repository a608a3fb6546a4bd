package io.sarangbang.rooms.request;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** The body is longer than anything that belongs here. */
final class PayloadTooLarge extends Problem {

    PayloadTooLarge(int limit) {
        super(
                HttpStatus.CONTENT_TOO_LARGE,
                "payload-too-large",
                "The request is too large",
                "At most " + limit + " bytes are read.");
        with("limit", limit);
    }
}
