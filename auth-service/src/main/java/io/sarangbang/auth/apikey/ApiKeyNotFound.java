package io.sarangbang.auth.apikey;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** The caller has no key with this id; whether somebody else has is nobody's business. */
final class ApiKeyNotFound extends Problem {

    ApiKeyNotFound() {
        super(
                HttpStatus.NOT_FOUND,
                "api-key-not-found",
                "There is no such API key",
                "You have no API key with this id.");
    }
}
