package io.sarangbang.defaults.problem;

import org.springframework.http.HttpStatus;

/** The body, a parameter or a path variable has the wrong syntax or type. */
public final class MalformedRequest extends Problem {

    public MalformedRequest(String detail) {
        super(HttpStatus.BAD_REQUEST, "malformed-request", "The request could not be read", detail);
    }
}
