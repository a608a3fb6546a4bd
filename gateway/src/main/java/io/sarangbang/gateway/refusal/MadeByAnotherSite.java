package io.sarangbang.gateway.refusal;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** A request with our cookies that our own pages did not make, or can't be told from one that they did not. */
public final class MadeByAnotherSite extends Problem {

    public MadeByAnotherSite(String detail) {
        super(HttpStatus.FORBIDDEN, "cross-site-request", "Made by another site", detail);
    }
}
