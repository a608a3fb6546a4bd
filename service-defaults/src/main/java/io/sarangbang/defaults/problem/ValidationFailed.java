package io.sarangbang.defaults.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** The request was read, but values in it are out of bounds; {@code errors} says which. */
public final class ValidationFailed extends Problem {

    /** @param pointer a JSON Pointer (RFC 6901) into the body, or the name of a parameter */
    public record Violation(String pointer, String detail) {}

    public ValidationFailed(List<Violation> errors) {
        super(HttpStatus.BAD_REQUEST, "validation-failed", "Some values are not valid", "See errors.");
        with("errors", errors);
    }

    public ValidationFailed(String pointer, String detail) {
        this(List.of(new Violation(pointer, detail)));
    }
}
