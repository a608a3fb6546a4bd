package io.sarangbang.defaults.security;

import java.util.List;

/**
 * Addresses of a service that answer without an access token, as path patterns. A service that has some declares one bean
 * of this type; whatever it opens must check its callers in another way or be public.
 */
public record OpenPaths(List<String> patterns) {

    public OpenPaths {
        patterns = List.copyOf(patterns);
    }

    public OpenPaths(String... patterns) {
        this(List.of(patterns));
    }
}
