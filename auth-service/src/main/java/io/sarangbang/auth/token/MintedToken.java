package io.sarangbang.auth.token;

import java.time.Duration;
import java.time.Instant;

/**
 * A signed access token and how long it holds.
 *
 * @param expiresAt what the token itself says, in whole seconds
 */
public record MintedToken(String value, Duration life, Instant expiresAt) {

    @Override
    public String toString() {
        return "MintedToken[…]";
    }
}
