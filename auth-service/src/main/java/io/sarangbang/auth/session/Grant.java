package io.sarangbang.auth.session;

import io.sarangbang.auth.token.MintedToken;
import java.time.Duration;

/** What a browser gets at a sign-in and at each refresh. */
public record Grant(MintedToken access, String refreshToken, Duration refreshLife) {

    @Override
    public String toString() {
        return "Grant[…]";
    }
}
