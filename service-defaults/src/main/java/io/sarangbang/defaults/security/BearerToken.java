package io.sarangbang.defaults.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** {@code Authorization: Bearer} (RFC 6750 §2.1). */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** The token; none where the header is missing or has another scheme. Two of the header are no token that holds. */
    static @Nullable String of(HttpServletRequest request) {
        var values = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (values.size() > 1) {
            return "";
        }
        var value = values.isEmpty() ? "" : values.getFirst();
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? value.substring(SCHEME.length()).strip()
                : null;
    }
}
