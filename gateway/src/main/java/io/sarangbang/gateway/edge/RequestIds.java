package io.sarangbang.gateway.edge;

import io.sarangbang.defaults.request.RequestId;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Decides a request's id before anything can fail; later stages read it from the answer's header. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIds implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var id = RequestId.acceptedOrNew(exchange.getRequest().getHeaders().getFirst(RequestId.HEADER));
        HttpHeaders answer = exchange.getResponse().getHeaders();
        answer.set(RequestId.HEADER, id);
        // Again at the end: a service's own header must not stand beside or instead of ours.
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> answer.set(RequestId.HEADER, id)));
        return chain.filter(exchange);
    }
}
