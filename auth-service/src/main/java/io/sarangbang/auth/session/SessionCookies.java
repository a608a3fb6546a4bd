package io.sarangbang.auth.session;

import io.sarangbang.auth.site.AuthCookie;
import io.sarangbang.auth.site.SiteCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A session as the browser carries it: two cookies that no page can read. */
@Component
public class SessionCookies {

    private final SiteCookies cookies;

    SessionCookies(SiteCookies cookies) {
        this.cookies = cookies;
    }

    public void set(HttpServletResponse response, Grant grant) {
        cookies.set(
                response,
                AuthCookie.ACCESS,
                grant.access().value(),
                grant.access().life());
        cookies.set(response, AuthCookie.REFRESH, grant.refreshToken(), grant.refreshLife());
    }

    public Optional<String> refreshToken(HttpServletRequest request) {
        return cookies.read(request, AuthCookie.REFRESH);
    }

    public void delete(HttpServletResponse response) {
        cookies.delete(response, AuthCookie.ACCESS);
        cookies.delete(response, AuthCookie.REFRESH);
    }
}
