package io.sarangbang.gateway.edge;

import io.sarangbang.defaults.problem.MalformedRequest;
import io.sarangbang.defaults.problem.PayloadTooLarge;
import io.sarangbang.gateway.refusal.HeadersTooLarge;
import io.sarangbang.gateway.refusal.UriTooLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses what is too large or ambiguous before it costs anything. */
@Component
@Order(-80)
class RequestLimits implements WebFilter {

    private final LimitSettings limits;

    RequestLimits(LimitSettings limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var refusal = refusal(request);
        if (refusal != null) {
            return Mono.error(refusal);
        }
        return chain.filter(
                needsCounting(request)
                        ? exchange.mutate()
                                .request(new BoundedBody(request, limits.body().toBytes()))
                                .build()
                        : exchange);
    }

    private @Nullable ErrorResponseException refusal(ServerHttpRequest request) {
        var uri = request.getURI();
        var query = uri.getRawQuery();
        if (uri.getRawPath().length() + (query == null ? 0 : query.length())
                > limits.uri().toBytes()) {
            return new UriTooLong(limits.uri().toBytes());
        }
        if (size(request.getHeaders()) > limits.headers().toBytes()) {
            return new HeadersTooLarge(limits.headers().toBytes());
        }
        if (AmbiguousPath.is(uri.getRawPath())) {
            return new MalformedRequest("The path can be read in more than one way.");
        }
        if (isApi(request)
                && request.getHeaders().getContentLength() > limits.body().toBytes()) {
            return new PayloadTooLarge(limits.body().toBytes());
        }
        return null;
    }

    /** A body of unknown length; one with a length has been checked already and Netty reads no more than it says. */
    private static boolean needsCounting(ServerHttpRequest request) {
        return isApi(request) && request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean isApi(ServerHttpRequest request) {
        return request.getURI().getRawPath().startsWith("/api/");
    }

    private static long size(HttpHeaders headers) {
        var size = new long[1];
        headers.forEach((name, values) -> values.forEach(value -> size[0] += name.length() + value.length() + 4));
        return size[0];
    }
}
