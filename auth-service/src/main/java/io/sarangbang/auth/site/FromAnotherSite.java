package io.sarangbang.auth.site;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** A request that changes something came without the header that only our own pages can add. */
final class FromAnotherSite extends Problem {

    FromAnotherSite() {
        super(
                HttpStatus.FORBIDDEN,
                "cross-site-request",
                "The request did not come from this site",
                "Send X-Requested-With: sarangbang.");
    }
}
