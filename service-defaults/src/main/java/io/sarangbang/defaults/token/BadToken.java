package io.sarangbang.defaults.token;

/** An access token that does not hold: forged, expired, meant for somebody else, or not a token at all. */
public final class BadToken extends Exception {

    public BadToken(String reason) {
        super(reason, null, false, false);
    }
}
