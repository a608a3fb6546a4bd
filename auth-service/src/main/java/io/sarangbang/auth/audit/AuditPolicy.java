package io.sarangbang.auth.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long events are kept.
 *
 * @param keep from when they happened
 * @param keepClosed from when the account was closed, where it was
 */
@ConfigurationProperties("sarangbang.audit")
record AuditPolicy(
        @DefaultValue("180d") Duration keep,
        @DefaultValue("30d") Duration keepClosed) {}
