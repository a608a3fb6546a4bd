package io.sarangbang.gateway.refusal;

import io.netty.handler.timeout.ReadTimeoutException;
import io.sarangbang.defaults.problem.FrameworkProblems;
import io.sarangbang.defaults.problem.Problem;
import io.sarangbang.defaults.problem.ServiceUnavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.client.PrematureCloseException;

/** Tells which problem a failure is. */
final class Failures {

    private Failures() {}

    /** The answer to a failure; {@code unexpected} ones belong in the log with their stack. */
    record Answer(HttpStatus status, ProblemDetail body, HttpHeaders headers, boolean unexpected) {}

    static Answer answer(Throwable failure, ServerWebExchange exchange) {
        var problem = problem(failure, exchange);
        if (problem != null) {
            return of(problem, false);
        }
        if (failure instanceof ErrorResponse refusal) {
            return of(refusal, false);
        }
        var body = ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
        FrameworkProblems.giveType(body);
        return new Answer(HttpStatus.INTERNAL_SERVER_ERROR, body, HttpHeaders.EMPTY, true);
    }

    private static @Nullable Problem problem(Throwable failure, ServerWebExchange exchange) {
        var cause = Upstream.of(exchange);
        return switch (failure) {
            case Problem problem -> problem;
            case NotFoundException _ -> new ServiceUnavailable(cause, "No instance of " + cause + " is up.");
            case ConnectException _, NoRouteToHostException _, UnknownHostException _ ->
                new ServiceUnavailable(cause, cause + " takes no connection.");
            case TimeoutException _, ReadTimeoutException _ -> new ServiceTimeout(cause);
            case ErrorResponse refusal
            when refusal.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT) -> new ServiceTimeout(cause);
            case PrematureCloseException _, IOException _ -> new ServiceFailed(cause);
            case IllegalArgumentException e when brokenHttp(e) -> new ServiceFailed(cause);
            default -> null;
        };
    }

    /** Netty reports an answer that it can't parse as an argument it does not like. */
    private static boolean brokenHttp(IllegalArgumentException failure) {
        var stack = failure.getStackTrace();
        return stack.length > 0 && stack[0].getClassName().startsWith("io.netty.handler.codec.http");
    }

    private static Answer of(ErrorResponse refusal, boolean unexpected) {
        var body = refusal.getBody();
        FrameworkProblems.giveType(body);
        var status = HttpStatus.valueOf(refusal.getStatusCode().value());
        return new Answer(status, body, refusal.getHeaders(), unexpected);
    }
}
