package io.sarangbang.gateway.apikey;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How API keys become access tokens.
 *
 * @param keep the longest that a token is used for its key; auth-service learns no more often that the key is used
 * @param margin how long before its end a token is not given out any more
 * @param keepUnknown how long a key that nobody has is not asked about again
 * @param most keys that are remembered at once
 * @param atOnce questions to auth-service at a time
 */
@ConfigurationProperties("sarangbang.api-keys")
record ApiKeySettings(
        @DefaultValue("60s") Duration keep,
        @DefaultValue("15s") Duration margin,
        @DefaultValue("60s") Duration keepUnknown,
        @DefaultValue("5000") int most,
        @DefaultValue("16") int atOnce) {}
