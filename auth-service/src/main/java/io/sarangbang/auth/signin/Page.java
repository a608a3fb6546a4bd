package io.sarangbang.auth.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages of this site that a sign-in leads to. */
final class Page {

    private Page() {}

    static String welcome(String returnTo) {
        return with("/welcome", Map.of("returnTo", returnTo), "returnTo");
    }

    static String link(String returnTo) {
        return with("/account/link", Map.of("returnTo", returnTo), "returnTo");
    }

    /** Where somebody who is signed in learns what went wrong. */
    static String accountProblem(String slug, String provider) {
        return with("/account", Map.of("problem", slug, "provider", provider), "problem", "provider");
    }

    /** Where somebody who is not signed in learns what went wrong. */
    static String signInProblem(String slug, String provider, String returnTo) {
        var values = Map.of("problem", slug, "provider", provider, "returnTo", returnTo);
        return with("/sign-in", values, "problem", "provider", "returnTo");
    }

    /** Sends the browser on. The header stays relative: the container's own redirect would put the request's Host into it. */
    static void open(HttpServletResponse response, String page) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, page);
    }

    private static String with(String path, Map<String, String> values, String... order) {
        var page = UriComponentsBuilder.fromPath(path);
        for (var name : order) {
            page.queryParam(name, "{" + name + "}");
        }
        return page.encode().buildAndExpand(values).toUriString();
    }
}
