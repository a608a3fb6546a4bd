package io.sarangbang.gateway.refusal;

import java.net.URI;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;

/** What a request was routed to, as problems name it. */
public final class Upstream {

    private Upstream() {}

    /** The service's name, the route's otherwise; never an address. */
    public static String of(ServerWebExchange exchange) {
        var route = exchange.<Route>getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        if (route == null) {
            return "gateway";
        }
        URI uri = route.getUri();
        return "lb".equals(uri.getScheme()) ? uri.getHost() : route.getId();
    }
}
