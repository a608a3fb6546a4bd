package io.sarangbang.auth.session;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** No refresh helps any more: the session ended, or there was none. */
final class SessionEnded extends Problem {

    SessionEnded() {
        super(
                HttpStatus.UNAUTHORIZED,
                "session-ended",
                "The session has ended",
                "Sign in again; a refresh no longer helps.");
        getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
