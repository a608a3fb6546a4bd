package io.sarangbang.defaults.problem;

import org.springframework.http.HttpStatus;

/** No resource has this address. */
public final class NotFound extends Problem {

    public NotFound(String detail) {
        super(HttpStatus.NOT_FOUND, "not-found", "Nothing is here", detail);
    }
}
