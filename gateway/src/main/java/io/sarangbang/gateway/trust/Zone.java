package io.sarangbang.gateway.trust;

/** Parts of the address space that are trusted differently. */
enum Zone {
    /** Needs a token that holds. */
    API,
    /** Where tokens are had: takes a token and auth-service's cookies, needs neither. */
    AUTH,
    /** Where providers report on their own: takes their kind of authorization and nothing that a browser has. */
    WEBHOOKS,
    /** Stand-ins for the sign-in providers on a developer's machine; to them we are a stranger. */
    STAND_IN,
    /** Pages, keys, signalling, connection tests: nobody's identity matters there. */
    OPEN;

    /** Elsewhere ours are dropped unread, so nothing can ride on them. */
    boolean takesOurCookies() {
        return this != WEBHOOKS && this != STAND_IN;
    }

    static Zone of(String path) {
        if (path.startsWith("/api/auth/webhooks/")) {
            return WEBHOOKS;
        }
        if (path.startsWith("/api/auth/") || path.equals("/api/auth")) {
            return AUTH;
        }
        if (path.equals("/api/connection-tests")) {
            return OPEN;
        }
        if (path.startsWith("/api/") || path.equals("/api")) {
            return API;
        }
        return path.startsWith("/stand-in/") ? STAND_IN : OPEN;
    }
}
