package io.sarangbang.auth.signin;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** Sends the browser on to a page of this site. */
final class Redirect {

    private Redirect() {}

    /** The header stays relative: the container's own redirect would put the request's Host into it. */
    static void to(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}
