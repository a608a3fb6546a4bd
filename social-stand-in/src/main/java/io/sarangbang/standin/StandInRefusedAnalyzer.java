package io.sarangbang.standin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal as its sentence instead of a stack trace. */
final class StandInRefusedAnalyzer extends AbstractFailureAnalyzer<StandInRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StandInRefused cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
