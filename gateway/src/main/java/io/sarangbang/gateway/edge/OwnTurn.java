package io.sarangbang.gateway.edge;

import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Begins each request in a turn of its own. A request that came while the one before it was being finished is started from
 * inside that finishing; answered right there, without asking a service, it left the connection waiting for ever.
 */
@Component
@Order(0)
class OwnTurn implements HttpHandlerDecoratorFactory {

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) ->
                Mono.defer(() -> handler.handle(request, response)).subscribeOn(ConnectionLoop.of(request));
    }
}
