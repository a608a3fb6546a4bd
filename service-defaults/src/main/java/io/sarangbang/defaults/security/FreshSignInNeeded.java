package io.sarangbang.defaults.security;

import io.sarangbang.defaults.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The session holds, but its sign-in is too long ago for this (RFC 9470 §3). */
public final class FreshSignInNeeded extends Problem {

    FreshSignInNeeded(Duration maxAge) {
        super(
                HttpStatus.UNAUTHORIZED,
                "fresh-sign-in-needed",
                "Sign in once more",
                "This takes a sign-in within the last %d seconds.".formatted(maxAge.toSeconds()));
        with("maxAge", maxAge.toSeconds());
        getHeaders()
                .set(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_user_authentication\", max_age=%d".formatted(maxAge.toSeconds()));
    }
}
