package io.sarangbang.auth.apikey;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How keys are kept.
 *
 * @param perAccount how many one person may have that still hold
 * @param keepEnded how long one is kept after it was revoked or expired
 * @param useStep how exactly its last use is known; the exchanges within a step write nothing
 */
@ConfigurationProperties("sarangbang.api-keys")
record ApiKeySettings(
        @DefaultValue("20") int perAccount,
        @DefaultValue("7d") Duration keepEnded,
        @DefaultValue("1m") Duration useStep) {}
