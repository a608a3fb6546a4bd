package io.sarangbang.gateway.trace;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Keeps a request's trace where whoever writes about the request finds it; no thread here belongs to one request. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class TraceIds implements WebFilter {

    private static final String KEPT = TraceIds.class.getName();
    private static final String TRACE = "trace.id";
    private static final String SPAN = "span.id";

    /** Takes the ids out of the log's context again. */
    public interface InLog extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(it -> it.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .ifPresent(it -> exchange.getRequest().getAttributes().put(KEPT, it.context()));
        return chain.filter(exchange);
    }

    /** Puts the ids of this request's trace into the log's context, if it has one. */
    public static InLog of(ServerHttpRequest request) {
        if (request.getAttributes().get(KEPT) instanceof TraceContext context) {
            MDC.put(TRACE, context.traceId());
            MDC.put(SPAN, context.spanId());
        }
        return () -> {
            MDC.remove(TRACE);
            MDC.remove(SPAN);
        };
    }
}
