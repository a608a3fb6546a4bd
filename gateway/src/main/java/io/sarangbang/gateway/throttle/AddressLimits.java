package io.sarangbang.gateway.throttle;

import io.sarangbang.gateway.client.ClientAddress;
import io.sarangbang.gateway.edge.ConnectionLoop;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts by address, before tokens are looked at: forged ones cost nothing then. */
@Component
@Order(-65)
class AddressLimits implements WebFilter {

    private final RateLimits limits;
    private final ClientAddress addresses;

    AddressLimits(RateLimits limits, ClientAddress addresses) {
        this.limits = limits;
        this.addresses = addresses;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var kind = Kind.of(request.getMethod(), request.getURI().getRawPath());
        return kind == null
                ? chain.filter(exchange)
                : limits.fromAddress(kind, addresses.household(request))
                        .publishOn(ConnectionLoop.of(request)) // and not on Redis' own
                        .then(Mono.defer(() -> chain.filter(exchange)));
    }
}
