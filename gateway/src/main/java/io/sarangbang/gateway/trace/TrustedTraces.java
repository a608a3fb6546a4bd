package io.sarangbang.gateway.trace;

import io.sarangbang.gateway.client.ClientAddress;
import java.util.List;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** A trace goes on only where a trusted proxy says so; for everybody else a new one begins here. */
@Component
class TrustedTraces implements HttpHandlerDecoratorFactory {

    private static final List<String> HEADERS = List.of("traceparent", "tracestate", "baggage");

    private final ClientAddress addresses;

    TrustedTraces(ClientAddress addresses) {
        this.addresses = addresses;
    }

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> handler.handle(believed(request), response);
    }

    private ServerHttpRequest believed(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return HEADERS.stream().noneMatch(headers::containsHeader) || addresses.cameThroughProxy(request)
                ? request
                : request.mutate().headers(it -> HEADERS.forEach(it::remove)).build();
    }
}
