package io.sarangbang.auth.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Reads, sets and deletes this service's cookies with the flags that the site's address asks for. */
@Component
public final class SiteCookies {

    private static final String SEPARATOR = "_";

    private final boolean https;

    SiteCookies(PublicSite site) {
        this.https = site.https();
    }

    public Optional<String> read(HttpServletRequest request, AuthCookie cookie) {
        var found = WebUtils.getCookie(request, cookie.name(https));
        return found == null || found.getValue().isEmpty() ? Optional.empty() : Optional.of(found.getValue());
    }

    /** The values of all cookies of a kind that there may be several of, by what tells them apart. */
    public Map<String, String> readAll(HttpServletRequest request, AuthCookie cookie) {
        var stem = cookie.name(https) + SEPARATOR;
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().startsWith(stem))
                .collect(Collectors.toMap(
                        it -> it.getName().substring(stem.length()), Cookie::getValue, (first, _) -> first));
    }

    public void set(HttpServletResponse response, AuthCookie cookie, String value, Duration life) {
        write(response, cookie, cookie.name(https), value, life);
    }

    /** @param which tells it apart from others of its kind */
    public void set(HttpServletResponse response, AuthCookie cookie, String which, String value, Duration life) {
        write(response, cookie, cookie.name(https) + SEPARATOR + which, value, life);
    }

    public void delete(HttpServletResponse response, AuthCookie cookie) {
        set(response, cookie, "", Duration.ZERO);
    }

    public void delete(HttpServletResponse response, AuthCookie cookie, String which) {
        set(response, cookie, which, "", Duration.ZERO);
    }

    private void write(HttpServletResponse response, AuthCookie cookie, String name, String value, Duration life) {
        var header = ResponseCookie.from(name, value)
                .path(cookie.path())
                .maxAge(life)
                .httpOnly(true)
                .secure(https)
                .sameSite(cookie.sameSite())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, header.toString());
    }
}
