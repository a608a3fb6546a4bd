package io.sarangbang.gateway.edge;

import io.sarangbang.defaults.request.RequestId;
import io.sarangbang.gateway.trace.TraceIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.SignalType;

/**
 * One line for each request, written outside all handlers so that failures show with the status they were answered with.
 * No query: it carries sign-in codes and media tokens.
 */
@Component
class AccessLog implements HttpHandlerDecoratorFactory {

    private static final Logger log = LoggerFactory.getLogger("access");

    @Override
    public HttpHandler apply(HttpHandler handler) {
        return (request, response) -> {
            var start = System.nanoTime();
            return handler.handle(request, response).doFinally(end -> write(request, response, start, end));
        };
    }

    private static void write(ServerHttpRequest request, ServerHttpResponse response, long start, SignalType end) {
        if (!log.isInfoEnabled()) {
            return;
        }
        var id = response.getHeaders().getFirst(RequestId.HEADER);
        try (var _ = MDC.putCloseable(RequestId.LOG_KEY, id == null ? "none" : id);
                var _ = TraceIds.of(request)) {
            log.info(
                    "{} {} {} {} ms",
                    request.getMethod(),
                    request.getPath().value(),
                    end == SignalType.CANCEL ? "aborted" : status(response),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static int status(ServerHttpResponse response) {
        var status = response.getStatusCode();
        return status == null ? 200 : status.value();
    }
}
