package io.sarangbang.auth.identity;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** The proven identity opens an account already, and not the caller's; nothing moves. */
final class IdentityTaken extends Problem {

    IdentityTaken() {
        super(
                HttpStatus.CONFLICT,
                "identity-taken",
                "The identity opens another account",
                "It was not moved. Whoever is meant signs in with it and takes it off there first.");
    }
}
