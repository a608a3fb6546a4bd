package io.sarangbang.rooms.seat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How seats are kept.
 *
 * @param hold how long a place is kept for somebody who was let in but has not connected
 * @param reconcileEvery how often seats are compared with what the media server has
 */
@ConfigurationProperties("sarangbang.seats")
record SeatSettings(
        @DefaultValue("2m") Duration hold,
        @DefaultValue("1m") Duration reconcileEvery) {}
