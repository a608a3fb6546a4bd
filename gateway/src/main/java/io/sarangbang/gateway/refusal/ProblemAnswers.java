package io.sarangbang.gateway.refusal;

import io.sarangbang.defaults.request.RequestId;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers whatever fails in the gateway as a problem; comes before Boot's own handler, which would write a page. */
@Component
@Order(-2)
class ProblemAnswers implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    private final JsonMapper json = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        var answer = Failures.answer(failure, exchange);
        note(exchange, failure, answer);
        response.setStatusCode(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var body = json.writeValueAsBytes(complete(answer.body(), exchange));
        response.getHeaders().setContentLength(body.length);
        if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
            return response.setComplete();
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static ProblemDetail complete(ProblemDetail body, ServerWebExchange exchange) {
        body.setInstance(URI.create(exchange.getRequest().getPath().value().replaceAll("[^A-Za-z0-9/_.~-]", "_")));
        body.setProperty("requestId", requestId(exchange));
        return body;
    }

    private static void note(ServerWebExchange exchange, Throwable failure, Failures.Answer answer) {
        if (!answer.status().is5xxServerError()) {
            return;
        }
        try (var _ = MDC.putCloseable(RequestId.LOG_KEY, requestId(exchange))) {
            if (answer.unexpected()) {
                log.error("unexpected failure", failure);
            } else {
                log.warn("{}: {}", answer.body().getDetail(), failure.toString());
            }
        }
    }

    private static String requestId(ServerWebExchange exchange) {
        var id = exchange.getResponse().getHeaders().getFirst(RequestId.HEADER);
        return id == null ? "none" : id;
    }
}
