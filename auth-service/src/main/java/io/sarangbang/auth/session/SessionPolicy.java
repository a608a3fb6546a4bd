package io.sarangbang.auth.session;

import io.sarangbang.defaults.setup.SetupRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long sessions live.
 *
 * @param absoluteLife how long after the sign-in at most; no refresh extends it
 * @param idleLife how long without a refresh
 * @param reuseGrace how long a used refresh token still leads to its successor, for tabs that refresh at the same time
 * @param keepEnded how long an ended session is kept after that; longer than any of its tokens holds
 */
@ConfigurationProperties("sarangbang.session")
record SessionPolicy(
        @DefaultValue("30d") Duration absoluteLife,
        @DefaultValue("14d") Duration idleLife,
        @DefaultValue("10s") Duration reuseGrace,
        @DefaultValue("7d") Duration keepEnded) {

    SessionPolicy {
        positive("SESSION_ABSOLUTE_LIFE", absoluteLife);
        positive("SESSION_IDLE_LIFE", idleLife);
    }

    private static void positive(String variable, Duration life) {
        if (!life.isPositive()) {
            throw new SetupRefused(variable + " must be longer than nothing, for example 14d.");
        }
    }
}
