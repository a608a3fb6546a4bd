package io.sarangbang.defaults.security;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The token holds, but is good for less than this (RFC 6750 §3.1). */
public final class InsufficientScope extends Problem {

    InsufficientScope(String scope) {
        super(
                HttpStatus.FORBIDDEN,
                "insufficient-scope",
                "The key is not good for this",
                "This takes the scope %s.".formatted(scope));
        with("scope", scope);
        getHeaders()
                .set(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(scope));
    }
}
