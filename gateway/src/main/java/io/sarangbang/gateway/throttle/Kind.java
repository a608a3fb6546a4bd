package io.sarangbang.gateway.throttle;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** What is asked for, as far as it is counted. */
enum Kind {
    SIGN_IN,
    CALLBACK,
    CONFIRM,
    LINK,
    ACCOUNTS,
    REFRESH,
    EXPORT,
    WEBHOOKS,
    API_KEYS,
    CONNECTION_TESTS,
    /** Not by its address: counted are keys that nobody has. */
    WRONG_API_KEYS;

    static @Nullable Kind of(HttpMethod method, String path) {
        if (path.startsWith("/api/auth/")) {
            return ofAuth(method, path.substring("/api/auth/".length()));
        }
        return switch (path) {
            case "/api/users/me/export" -> EXPORT;
            case "/api/connection-tests" -> makes(method, CONNECTION_TESTS);
            default -> null;
        };
    }

    private static @Nullable Kind ofAuth(HttpMethod method, String path) {
        var slash = path.indexOf('/');
        return switch (slash < 0 ? path : path.substring(0, slash)) {
            case "sign-in" -> SIGN_IN;
            case "callback" -> CALLBACK;
            case "confirm" -> CONFIRM;
            case "link" -> LINK;
            case "identities" -> makes(method, LINK);
            case "accounts" -> ACCOUNTS;
            case "refresh" -> REFRESH;
            case "webhooks" -> WEBHOOKS;
            case "api-keys" -> makes(method, API_KEYS);
            default -> null;
        };
    }

    private static @Nullable Kind makes(HttpMethod method, Kind kind) {
        return method == HttpMethod.POST ? kind : null;
    }
}
