package io.sarangbang.auth.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Reads, sets and deletes this service's cookies with the flags that the site's address asks for. */
@Component
public final class SiteCookies {

    private final boolean https;

    SiteCookies(PublicSite site) {
        this.https = site.https();
    }

    public Optional<String> read(HttpServletRequest request, AuthCookie cookie) {
        var found = WebUtils.getCookie(request, cookie.name(https));
        return found == null || found.getValue().isEmpty() ? Optional.empty() : Optional.of(found.getValue());
    }

    public void set(HttpServletResponse response, AuthCookie cookie, String value, Duration life) {
        var header = ResponseCookie.from(cookie.name(https), value)
                .path(cookie.path())
                .maxAge(life)
                .httpOnly(true)
                .secure(https)
                .sameSite(cookie.sameSite())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, header.toString());
    }

    public void delete(HttpServletResponse response, AuthCookie cookie) {
        set(response, cookie, "", Duration.ZERO);
    }
}
