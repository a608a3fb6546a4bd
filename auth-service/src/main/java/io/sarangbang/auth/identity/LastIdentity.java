package io.sarangbang.auth.identity;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** Without it nobody could sign in to the account any more. */
final class LastIdentity extends Problem {

    LastIdentity() {
        super(
                HttpStatus.CONFLICT,
                "last-identity",
                "The last way in",
                "Nothing else opens the account. Link another identity first, or delete the account.");
    }
}
