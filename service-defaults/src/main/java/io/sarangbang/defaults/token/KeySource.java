package io.sarangbang.defaults.token;

import java.security.Key;
import java.util.Map;

/** Where the keys that verify access tokens come from. */
@FunctionalInterface
public interface KeySource {

    /**
     * All keys in force, by {@code kid}.
     *
     * @throws KeysUnavailable when they can't be had right now
     */
    Map<String, Key> fetch();

    /** The keys can't be had right now: a fault of the system, not of the token. */
    final class KeysUnavailable extends RuntimeException {

        public KeysUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
