package io.sarangbang.gateway.routing;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is routed besides the services, which discovery knows.
 *
 * @param mediaUrl the media server's address, for its signalling; unset where the TLS edge routes that itself
 * @param standInUrl the sign-in providers' stand-ins, on developers' machines only
 * @param quarantine how long an instance that took no connection is passed over; discovery has noticed by then
 * @param memory how long the last known instances are tried when discovery knows none; all have renewed by then
 */
@ConfigurationProperties("sarangbang.routing")
record RoutingSettings(
        @Nullable URI mediaUrl,
        @Nullable URI standInUrl,
        @DefaultValue("5s") Duration quarantine,
        @DefaultValue("15s") Duration memory) {}
