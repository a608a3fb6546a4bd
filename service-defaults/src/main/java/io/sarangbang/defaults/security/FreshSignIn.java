package io.sarangbang.defaults.security;

import io.sarangbang.defaults.token.Caller;
import java.time.Clock;
import java.time.Duration;

/** Asks for a sign-in a short while ago, where a browser left alone must not be enough (RFC 9470). */
public final class FreshSignIn {

    private final Duration maxAge;
    private final Clock clock;

    FreshSignIn(Duration maxAge, Clock clock) {
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /** @throws FreshSignInNeeded when no provider has vouched for the caller lately */
    public void require(Caller caller) {
        if (caller.authenticatedAt().plus(maxAge).isBefore(clock.instant())) {
            throw new FreshSignInNeeded(maxAge);
        }
    }
}
