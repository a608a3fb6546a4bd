package io.sarangbang.gateway.refusal;

import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be logged. The framework notes the request beside a failure, as a suppressed one, with its query: a
 * sign-in's code, a media token. Here nothing can be noted, and of the original's causes only the failures themselves stay.
 */
final class WithoutQuery extends RuntimeException {

    WithoutQuery(Throwable failure) {
        super(failure.toString(), cause(failure), false, true);
        setStackTrace(failure.getStackTrace());
    }

    private static @Nullable Throwable cause(Throwable failure) {
        return failure.getCause() == null ? null : new WithoutQuery(failure.getCause());
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
