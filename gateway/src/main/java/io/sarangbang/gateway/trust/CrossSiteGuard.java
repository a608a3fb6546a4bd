package io.sarangbang.gateway.trust;

import io.sarangbang.defaults.problem.CrossSiteRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a request that changes something ride on cookies only when one of our pages made it: it carries a header that other
 * sites can't send without asking (RFC 10017), and the browser says that it comes from here.
 */
@Component
@Order(-70)
class CrossSiteGuard implements WebFilter {

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private final Origins origins;

    CrossSiteGuard(Origins origins) {
        this.origins = origins;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var objection = ridesOnCookies(request) ? objection(request.getHeaders()) : null;
        return objection == null ? chain.filter(exchange) : Mono.error(new CrossSiteRequest(objection));
    }

    private static boolean ridesOnCookies(ServerHttpRequest request) {
        return !SAFE.contains(request.getMethod())
                && Zone.of(request.getURI().getRawPath()).takesOurCookies()
                && SessionCookies.any(request)
                && AuthorizationHeader.bearer(request.getHeaders()) == null;
    }

    private @Nullable String objection(HttpHeaders headers) {
        if (!"sarangbang".equals(headers.getFirst("X-Requested-With"))) {
            return "X-Requested-With: sarangbang is missing.";
        }
        var origin = headers.getFirst(HttpHeaders.ORIGIN);
        var site = headers.getFirst("Sec-Fetch-Site");
        if (origin == null && site == null) {
            return "Neither Origin nor Sec-Fetch-Site says where it comes from.";
        }
        if (origin != null && !origins.ours(origin, headers)) {
            return "The Origin is another.";
        }
        return site == null || site.equals("same-origin") || site.equals("none") ? null : "It comes from another site.";
    }
}
