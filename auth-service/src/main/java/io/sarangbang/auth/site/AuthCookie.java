package io.sarangbang.auth.site;

/** The cookies that this service sets. */
public enum AuthCookie {
    /** The access token; the gateway turns it into a bearer token. */
    ACCESS("__Host-", "sb_access", "/", "Strict"),
    /** The refresh token; sent to nobody but this service. */
    REFRESH("__Secure-", "sb_refresh", "/api/auth", "Strict"),
    /**
     * A pending sign-in, one cookie each. Lax, because the browser comes back from another site with it; of this host alone,
     * because a sibling domain that could plant one would sign people in as somebody else.
     */
    SIGN_IN("__Host-", "sb_sign_in", "/", "Lax"),
    /** Who the person has proven to be; so far it opens nothing. */
    PROOF("__Host-", "sb_proof", "/", "Strict");

    private final String prefix;
    private final String baseName;
    private final String path;
    private final String sameSite;

    AuthCookie(String prefix, String baseName, String path, String sameSite) {
        this.prefix = prefix;
        this.baseName = baseName;
        this.path = path;
        this.sameSite = sameSite;
    }

    /** The name on the wire; browsers enforce the prefixes, but only under https. */
    public String name(boolean https) {
        return https ? prefix + baseName : baseName;
    }

    String path() {
        return path;
    }

    String sameSite() {
        return sameSite;
    }
}
