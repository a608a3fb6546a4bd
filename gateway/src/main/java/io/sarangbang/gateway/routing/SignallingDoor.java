package io.sarangbang.gateway.routing;

import io.sarangbang.defaults.problem.CrossSiteRequest;
import io.sarangbang.gateway.edge.ConnectionLoop;
import io.sarangbang.gateway.refusal.UpgradeRequired;
import io.sarangbang.gateway.trust.Origins;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.tcp.TcpClient;

/** Lets WebSocket handshakes of our own pages through to the media server; everything else is told why not. */
@Component
class SignallingDoor implements GatewayFilter {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Origins origins;

    SignallingDoor(Origins origins) {
        this.origins = origins;
    }

    /**
     * The upgrade rebuilds the connection's pipeline; done from another thread than its own, a message that comes right behind
     * the handshake falls through the gaps.
     */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var refusal = refusal(exchange.getRequest());
        return refusal != null
                ? Mono.error(refusal)
                : knock(exchange)
                        .publishOn(ConnectionLoop.of(exchange.getRequest()))
                        .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private @Nullable ErrorResponseException refusal(ServerHttpRequest request) {
        var headers = request.getHeaders();
        if (!"websocket".equalsIgnoreCase(headers.getUpgrade())) {
            return new UpgradeRequired();
        }
        var origin = headers.getFirst(HttpHeaders.ORIGIN);
        // Only browsers send an Origin, and only browsers can be made to connect on a stranger's behalf.
        return origin == null || origins.ours(origin, headers) ? null : new CrossSiteRequest("The Origin is another.");
    }

    /**
     * The handshake with the browser is finished before the one with the media server begins; one that is down would show
     * as a connection that breaks without a reason. A bare connection first costs a fraction of a millisecond.
     */
    private static Mono<Void> knock(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        URI media = route.getUri();
        return TcpClient.newConnection()
                .host(media.getHost())
                .port(media.getPort())
                .connect()
                .timeout(PATIENCE)
                .doOnNext(connection -> connection.disposeNow(Duration.ZERO))
                .then();
    }
}
