package io.sarangbang.users.deletion;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** The account of the caller is deleted, or being deleted; there is no way back. */
public final class AccountDeleted extends Problem {

    AccountDeleted() {
        super(
                HttpStatus.GONE,
                "account-deleted",
                "This account was deleted",
                "Its owner asked for that; a new sign-in makes a new account.");
    }
}
