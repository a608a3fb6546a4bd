package io.sarangbang.auth.proof;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** This browser has proven nothing lately that counts for what it asks. */
public final class ProofNotFound extends Problem {

    public ProofNotFound() {
        super(
                HttpStatus.NOT_FOUND,
                "proof-not-found",
                "Nothing was proven",
                "Go to the provider once more: what was proven is too old, was used, or was meant for another session.");
    }
}
