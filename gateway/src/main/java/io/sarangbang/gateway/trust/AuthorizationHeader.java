package io.sarangbang.gateway.trust;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The {@code Authorization} header: {@code Bearer} (RFC 6750 §2.1), and the one scheme of others that we know. */
final class AuthorizationHeader {

    private AuthorizationHeader() {}

    /** The token; none when the header has another scheme or stands there twice, which is nobody's proper request. */
    static @Nullable String bearer(HttpHeaders headers) {
        return credentials(headers, "Bearer ");
    }

    /** Whether the header is what Kakao authorizes its notices with: a scheme of its own, and our admin key. */
    static boolean isOfKakao(HttpHeaders headers) {
        return credentials(headers, "KakaoAK ") != null;
    }

    private static @Nullable String credentials(HttpHeaders headers, String scheme) {
        var values = headers.get(HttpHeaders.AUTHORIZATION);
        if (values == null || values.size() != 1) {
            return null;
        }
        var value = values.getFirst();
        return value.regionMatches(true, 0, scheme, 0, scheme.length())
                ? value.substring(scheme.length()).strip()
                : null;
    }
}
