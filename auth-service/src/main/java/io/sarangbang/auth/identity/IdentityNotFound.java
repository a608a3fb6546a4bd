package io.sarangbang.auth.identity;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** The account has no identity of this id; nobody learns whether another account has. */
final class IdentityNotFound extends Problem {

    IdentityNotFound() {
        super(
                HttpStatus.NOT_FOUND,
                "identity-not-found",
                "No such identity",
                "None of this account's identities has this id.");
    }
}
