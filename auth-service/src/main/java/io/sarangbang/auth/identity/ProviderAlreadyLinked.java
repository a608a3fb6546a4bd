package io.sarangbang.auth.identity;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** An account has at most one identity of a provider. */
final class ProviderAlreadyLinked extends Problem {

    ProviderAlreadyLinked() {
        super(
                HttpStatus.CONFLICT,
                "provider-already-linked",
                "The provider is linked already",
                "The account has another identity of this provider; take that off first.");
    }
}
