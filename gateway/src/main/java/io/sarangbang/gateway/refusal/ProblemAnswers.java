package io.sarangbang.gateway.refusal;

import io.sarangbang.defaults.request.RequestId;
import io.sarangbang.gateway.trace.TraceIds;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
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
            return Mono.error(brokenOff(exchange, failure));
        }
        var answer = Failures.answer(failure, exchange);
        note(exchange, failure, answer);
        var page = SignInPage.insteadOf(answer.body(), exchange.getRequest());
        if (page.isPresent()) {
            response.setStatusCode(HttpStatus.FOUND);
            response.getHeaders().setLocation(page.get());
            return response.setComplete();
        }
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
        body.setInstance(instance(exchange.getRequest().getPath().value()));
        body.setProperty("requestId", requestId(exchange));
        return body;
    }

    /** Two slashes first would begin a host (RFC 3986 §3.3). */
    private static URI instance(String path) {
        return URI.create(path.replaceAll("[^A-Za-z0-9/_.~-]", "_").replaceFirst("^/{2,}", "/"));
    }

    private static void note(ServerWebExchange exchange, Throwable failure, Failures.Answer answer) {
        if (!answer.status().is5xxServerError()) {
            return;
        }
        try (var _ = MDC.putCloseable(RequestId.LOG_KEY, requestId(exchange));
                var _ = TraceIds.of(exchange.getRequest())) {
            if (answer.unexpected()) {
                log.error("unexpected failure", new WithoutQuery(failure));
            } else {
                log.warn("{}: {}", answer.body().getDetail(), failure.toString());
            }
        }
    }

    /** The answer has begun, so all that is left is to break it off too; the framework's own line would hold the query. */
    private static Throwable brokenOff(ServerWebExchange exchange, Throwable failure) {
        if (AbortedException.isConnectionReset(failure)) {
            return new WithoutQuery(failure); // the client went
        }
        try (var _ = MDC.putCloseable(RequestId.LOG_KEY, requestId(exchange));
                var _ = TraceIds.of(exchange.getRequest())) {
            var request = exchange.getRequest();
            log.warn(
                    "{} broke off during {} {}: {}",
                    Upstream.of(exchange),
                    request.getMethod(),
                    request.getPath().value(),
                    failure.toString());
        }
        return new WithoutQuery(failure);
    }

    private static String requestId(ServerWebExchange exchange) {
        var id = exchange.getResponse().getHeaders().getFirst(RequestId.HEADER);
        return id == null ? "none" : id;
    }
}
