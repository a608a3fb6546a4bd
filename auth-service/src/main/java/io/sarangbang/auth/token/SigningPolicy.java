package io.sarangbang.auth.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are signed.
 *
 * @param tokenLife how long an access token holds
 * @param rotateAfter how long a key signs before the next takes over
 * @param publishAhead how long a new key is public before it signs, so that every verifier knows it by then
 * @param reread how old a replica's picture of the keys may get
 */
@ConfigurationProperties("sarangbang.signing")
record SigningPolicy(
        @DefaultValue("5m") Duration tokenLife,
        @DefaultValue("30d") Duration rotateAfter,
        @DefaultValue("10m") Duration publishAhead,
        @DefaultValue("5s") Duration reread) {

    /** How long a key stays public after its successor began to sign: its last token's life, and clocks that differ. */
    Duration keepRetired() {
        return tokenLife.plus(reread).plus(Duration.ofMinutes(5));
    }
}
