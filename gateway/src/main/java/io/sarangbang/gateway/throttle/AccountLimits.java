package io.sarangbang.gateway.throttle;

import io.sarangbang.defaults.token.Caller;
import io.sarangbang.gateway.edge.ConnectionLoop;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts by the person that a token speaks for, whichever session it is of. Each API key counts by itself: whoever was given one
 * must not be able to use up its owner's quota.
 */
@Component
@Order(-55)
class AccountLimits implements WebFilter {

    private final RateLimits limits;

    AccountLimits(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var kind = Kind.of(request.getMethod(), request.getURI().getRawPath());
        var caller = exchange.<Caller>getAttribute(Caller.class.getName());
        return kind == null || caller == null
                ? chain.filter(exchange)
                : limits.fromAccount(kind, whose(caller).toString())
                        .publishOn(ConnectionLoop.of(request))
                        .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private static UUID whose(Caller caller) {
        return caller.may(Caller.EVERYTHING) ? caller.accountId() : caller.sessionId();
    }
}
