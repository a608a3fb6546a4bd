package io.sarangbang.auth.apikey;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** One person has as many keys as one person may have. */
final class TooManyApiKeys extends Problem {

    TooManyApiKeys(int limit) {
        super(
                HttpStatus.CONFLICT,
                "too-many-api-keys",
                "You have too many API keys",
                "Nobody has more than " + limit + ".");
        with("limit", limit);
    }
}
