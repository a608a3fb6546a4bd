package io.sarangbang.defaults.problem;

import org.springframework.http.HttpStatus;

/** A request that our own pages did not make, or that can't be told from one that they did not. */
public final class CrossSiteRequest extends Problem {

    public CrossSiteRequest(String detail) {
        super(HttpStatus.FORBIDDEN, "cross-site-request", "The request did not come from this site", detail);
    }
}
