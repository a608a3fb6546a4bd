package io.sarangbang.auth.farewell;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a provider is tried to be told.
 *
 * @param firstPause until the second attempt, doubled from there; also how long an attempt is left alone by other replicas
 * @param longestPause between attempts
 * @param giveUpAfter how long there are attempts at all
 */
@ConfigurationProperties("sarangbang.farewell")
record FarewellPolicy(
        @DefaultValue("1m") Duration firstPause,
        @DefaultValue("6h") Duration longestPause,
        @DefaultValue("7d") Duration giveUpAfter) {

    private static final int MOST_DOUBLINGS = 20;

    Duration pause(int attempts) {
        var pause = firstPause.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
