package io.sarangbang.gateway.apikey;

/** Nobody has this API key: it was never made, has run out, or was revoked. */
public final class UnknownApiKey extends RuntimeException {

    UnknownApiKey() {
        super("nobody has this API key", null, false, false);
    }
}
