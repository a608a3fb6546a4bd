package io.sarangbang.gateway.revocation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How ends of sessions get here. Interval and patience together stay below the two seconds in which an end takes effect.
 *
 * @param interval between two questions to auth-service
 * @param patience with it for an answer, whichever of its instances gives it
 * @param share the most of that patience that one instance has: one that hangs must not keep ends from getting here
 * @param keep how long an end is kept: as long as a token may hold, and what clocks may differ
 * @param mostKept so many at once, 70 bytes each; of more, the oldest are forgotten, whose tokens have the least time left
 * @param firstWait how long a request waits for the first answer after the start
 * @param tellAfter how long auth-service may be silent until the log says so
 */
@ConfigurationProperties("sarangbang.revocations")
record RevocationSettings(
        @DefaultValue("500ms") Duration interval,
        @DefaultValue("1300ms") Duration patience,
        @DefaultValue("600ms") Duration share,
        @DefaultValue("6m") Duration keep,
        @DefaultValue("200000") int mostKept,
        @DefaultValue("2s") Duration firstWait,
        @DefaultValue("10s") Duration tellAfter) {}
