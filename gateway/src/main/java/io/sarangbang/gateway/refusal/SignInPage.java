package io.sarangbang.gateway.refusal;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing in is the one part of the API that people's browsers open as pages. When it is refused there, they get the sign-in
 * page, which says why and what to do, and not a document for programs.
 */
final class SignInPage {

    private static final Pattern OPENED = Pattern.compile("/api/auth/(?:sign-in|callback)/([a-z]{1,16})");

    private SignInPage() {}

    /** Where to send the browser instead; nothing where a program asks, or anything else is asked for. */
    static Optional<URI> insteadOf(ProblemDetail problem, ServerHttpRequest request) {
        var opened = OPENED.matcher(request.getURI().getRawPath());
        if (request.getMethod() != HttpMethod.GET || !wantsPage(request) || !opened.matches()) {
            return Optional.empty();
        }
        // Its own check decides what is a place to return to.
        var returnTo = request.getQueryParams().getFirst("returnTo");
        return Optional.of(UriComponentsBuilder.fromPath("/sign-in")
                .queryParam("problem", slug(problem))
                .queryParam("provider", opened.group(1))
                .queryParam("returnTo", "{returnTo}")
                .encode()
                .buildAndExpand(returnTo == null ? "/" : returnTo)
                .toUri());
    }

    private static boolean wantsPage(ServerHttpRequest request) {
        var accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String slug(ProblemDetail problem) {
        var path = problem.getType() == null ? "" : problem.getType().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
