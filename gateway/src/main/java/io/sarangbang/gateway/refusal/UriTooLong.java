package io.sarangbang.gateway.refusal;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** The address, its query included, is longer than any of ours. */
public final class UriTooLong extends Problem {

    public UriTooLong(long limit) {
        super(
                HttpStatus.URI_TOO_LONG,
                "uri-too-long",
                "The address is too long",
                "At most " + limit + " characters are read.");
        with("limit", limit);
    }
}
