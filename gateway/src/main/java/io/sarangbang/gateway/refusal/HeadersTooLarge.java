package io.sarangbang.gateway.refusal;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** The header fields together are longer than any browser of ours sends. */
public final class HeadersTooLarge extends Problem {

    public HeadersTooLarge(long limit) {
        super(
                HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                "headers-too-large",
                "The headers are too large",
                "At most " + limit + " bytes are read.");
        with("limit", limit);
    }
}
