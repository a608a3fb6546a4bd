package io.sarangbang.defaults.setup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal as its sentence instead of a stack trace; Boot's own analysis would print the refused value too. */
final class SetupRefusedAnalyzer extends AbstractFailureAnalyzer<SetupRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SetupRefused cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
