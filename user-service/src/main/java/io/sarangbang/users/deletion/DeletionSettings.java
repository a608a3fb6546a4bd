package io.sarangbang.users.deletion;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deletions are carried out.
 *
 * @param lookEvery how often each replica looks for steps that are due
 * @param headStart how long auth-service is asked before the rooms are, so that nobody comes back in meanwhile
 * @param patience how long another service may take to answer
 * @param lease how long whoever took up a step has it to itself; longer than an answer may take
 * @param firstPause after which a step that failed is tried again; each further pause is twice as long
 * @param longestPause the longest of them, which is how long a service may be back without being asked
 * @param lastSweepAfter how long after the end of the sessions everything is erased once more: longer than an access token
 *     holds, by clocks that may differ
 * @param atOnce how many steps at one holder a replica takes at once
 */
@ConfigurationProperties("sarangbang.deletion")
record DeletionSettings(
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("1s") Duration headStart,
        @DefaultValue("8s") Duration patience,
        @DefaultValue("20s") Duration lease,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("10s") Duration longestPause,
        @DefaultValue("6m") Duration lastSweepAfter,
        @DefaultValue("4") int atOnce) {

    DeletionSettings {
        if (lease.compareTo(patience) <= 0) {
            throw new IllegalArgumentException("sarangbang.deletion.lease must be longer than patience");
        }
    }

    /** Up to half of it off by chance, so that what failed together is not tried together again. */
    Duration pauseAfter(int attempts) {
        var doubled = firstPause.toMillis() << Math.clamp(attempts - 1L, 0, 20);
        var longest = Math.min(doubled, longestPause.toMillis());
        return Duration.ofMillis(longest - ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }
}
