package io.sarangbang.gateway.routing;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.PrematureCloseException;

/**
 * Asks another instance when one takes no connection. Nothing of the request has left then, so that is safe for every
 * method; when a connection breaks later, only requests that change nothing are asked again.
 */
@Component
class NextInstance implements GlobalFilter, Ordered {

    private static final int ATTEMPTS = 3;

    private final Quarantine quarantine;

    NextInstance(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @Override
    public int getOrder() {
        return ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        URI service = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
        return "lb".equals(service.getScheme()) ? attempt(exchange, chain, service, ATTEMPTS) : chain.filter(exchange);
    }

    private Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain, URI service, int left) {
        return chain.filter(exchange).onErrorResume(failure -> {
            if (tookNoConnection(failure)) {
                isolate(exchange);
            }
            if (left <= 1 || !worthAnother(failure, exchange)) {
                return Mono.error(failure);
            }
            ServerWebExchangeUtils.reset(exchange);
            exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, service);
            return attempt(exchange, chain, service, left - 1);
        });
    }

    private static boolean worthAnother(Throwable failure, ServerWebExchange exchange) {
        if (exchange.getResponse().isCommitted()) {
            return false;
        }
        return tookNoConnection(failure) || (failure instanceof PrematureCloseException && changesNothing(exchange));
    }

    /** Where containers or machines are gone with their address, there is nobody left to refuse the connection. */
    private static boolean tookNoConnection(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof NoRouteToHostException;
    }

    private static boolean changesNothing(ServerWebExchange exchange) {
        var method = exchange.getRequest().getMethod();
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    private void isolate(ServerWebExchange exchange) {
        Response<ServiceInstance> chosen =
                exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR);
        var instance = chosen == null ? null : chosen.getServer();
        if (instance != null) {
            quarantine.add(instance);
        }
    }
}
