package io.sarangbang.defaults.problem;

import org.springframework.http.HttpStatus;

/** The body is longer than any that is read; {@code limit} says how many bytes are. */
public final class PayloadTooLarge extends Problem {

    static final String SLUG = "payload-too-large";
    static final String TITLE = "The request is too large";

    public PayloadTooLarge(long limit) {
        super(HttpStatus.CONTENT_TOO_LARGE, SLUG, TITLE, "At most " + limit + " bytes are read.");
        with("limit", limit);
    }
}
