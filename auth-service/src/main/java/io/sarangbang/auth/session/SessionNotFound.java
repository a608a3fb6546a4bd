package io.sarangbang.auth.session;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** No session of the caller's has this id; it says nothing about those of others. */
final class SessionNotFound extends Problem {

    SessionNotFound() {
        super(HttpStatus.NOT_FOUND, "session-not-found", "There is no such session", "None of yours has this id.");
    }
}
