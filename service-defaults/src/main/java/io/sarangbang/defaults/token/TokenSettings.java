package io.sarangbang.defaults.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How access tokens are checked.
 *
 * @param issuer the {@code iss} that auth-service writes
 * @param audience the {@code aud} that this product's services answer to
 * @param keysFrom the service that publishes the keys (RFC 7517) under {@code /.well-known/jwks.json}
 * @param refetchInterval the shortest time between two fetches of the keys, so that unknown {@code kid}s cause no flood
 * @param clockSkew how far clocks may differ
 */
@ConfigurationProperties("sarangbang.token")
public record TokenSettings(
        @DefaultValue("sarangbang") String issuer,
        @DefaultValue("sarangbang-api") String audience,
        @DefaultValue("auth-service") String keysFrom,
        @DefaultValue("10s") Duration refetchInterval,
        @DefaultValue("5s") Duration clockSkew) {}
