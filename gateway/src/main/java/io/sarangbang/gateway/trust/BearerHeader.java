package io.sarangbang.gateway.trust;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** {@code Authorization: Bearer} (RFC 6750 §2.1). */
final class BearerHeader {

    private static final String SCHEME = "Bearer ";

    private BearerHeader() {}

    /** The token; none when the header has another scheme or stands there twice, which is nobody's proper request. */
    static @Nullable String token(HttpHeaders headers) {
        var values = headers.get(HttpHeaders.AUTHORIZATION);
        if (values == null || values.size() != 1) {
            return null;
        }
        var value = values.getFirst();
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? value.substring(SCHEME.length()).strip()
                : null;
    }
}
