package io.sarangbang.defaults.problem;

import org.springframework.http.HttpStatus;

/** The caller is known but may not do this. */
public final class Forbidden extends Problem {

    public Forbidden(String detail) {
        super(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", detail);
    }
}
