package io.sarangbang.rooms.people;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are forgotten.
 *
 * @param patience how long one call works before it asks to be repeated; less than callers wait
 * @param every how often what could not be finished is tried again
 * @param watch how long a closed account is kept from beginning anything; longer than any token of it holds
 */
@ConfigurationProperties("sarangbang.farewell")
record FarewellSettings(
        @DefaultValue("6s") Duration patience,
        @DefaultValue("1m") Duration every,
        @DefaultValue("15m") Duration watch) {}
