package io.sarangbang.gateway.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The largest requests that are read; all lie far above what the web app sends.
 *
 * @param uri path and query together
 * @param headers all header fields together
 * @param body of a request to the API
 */
@ConfigurationProperties("sarangbang.limits")
record LimitSettings(
        @DefaultValue("8KB") DataSize uri,
        @DefaultValue("16KB") DataSize headers,
        @DefaultValue("64KB") DataSize body) {}
