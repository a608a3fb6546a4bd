package io.sarangbang.auth.token;

import java.time.Duration;

/** A signed access token and how long it holds. */
public record MintedToken(String value, Duration life) {

    @Override
    public String toString() {
        return "MintedToken[…]";
    }
}
