package io.sarangbang.auth.provider;

/** A notice that does not come from the provider, or not now. */
public final class ForgedNotice extends Exception {

    public ForgedNotice(String reason) {
        super(reason);
    }
}
