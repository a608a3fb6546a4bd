package io.sarangbang.rooms.check;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many connection tests there may be.
 *
 * @param life how long one may take; its session is ended then
 * @param atOnce how many may be under way at once, over all replicas
 * @param lookEvery how often the media server is asked for tests that have to end
 */
@ConfigurationProperties("sarangbang.checks")
record CheckSettings(
        @DefaultValue("2m") Duration life,
        @DefaultValue("10") int atOnce,
        @DefaultValue("1m") Duration lookEvery) {}
