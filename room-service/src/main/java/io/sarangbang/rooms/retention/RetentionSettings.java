package io.sarangbang.rooms.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is over is kept.
 *
 * @param keep how long after its end
 * @param every how often what is older is looked for
 * @param batch how many rows go at once, so that nobody waits for their locks
 */
@ConfigurationProperties("sarangbang.retention")
record RetentionSettings(
        @DefaultValue("90d") Duration keep,
        @DefaultValue("1h") Duration every,
        @DefaultValue("500") int batch) {}
