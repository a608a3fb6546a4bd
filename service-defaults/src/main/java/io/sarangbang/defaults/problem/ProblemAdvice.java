package io.sarangbang.defaults.problem;

import io.sarangbang.defaults.problem.ValidationFailed.Violation;
import io.sarangbang.defaults.request.RequestId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every failure of a controller as a problem with a stable type and the request id; internals stay in the log. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    @Nullable
    ResponseEntity<Object> database(Exception failure, WebRequest request) {
        if (!DatabaseOutage.isBehind(failure)) {
            return unexpected(failure, request);
        }
        log.error("database does not answer", failure);
        return answer(new ServiceUnavailable("database", "The database does not answer."), request);
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        if (failure instanceof ErrorResponse refusal) {
            return handleExceptionInternal(
                    failure, refusal.getBody(), refusal.getHeaders(), refusal.getStatusCode(), request);
        }
        log.error("unexpected failure", failure);
        return answer(new InternalError(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(new MalformedRequest("The body is not the JSON that this address expects."), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = failure.getFieldErrors().stream()
                .map(it -> new Violation("/" + it.getField().replace('.', '/'), message(it.getDefaultMessage())))
                .toList();
        return answer(new ValidationFailed(errors), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Violation> errors = failure.getParameterValidationResults().stream()
                .flatMap(parameter -> parameter.getResolvableErrors().stream()
                        .map(it -> new Violation(
                                message(parameter.getMethodParameter().getParameterName()),
                                message(it.getDefaultMessage()))))
                .toList();
        return answer(new ValidationFailed(errors), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = body instanceof ProblemDetail given ? given : bodyOf(failure, status);
        FrameworkProblems.giveType(problem);
        problem.setProperty("requestId", RequestId.current());
        return super.handleExceptionInternal(failure, problem, headers, status, request);
    }

    private @Nullable ResponseEntity<Object> answer(Problem problem, WebRequest request) {
        return handleExceptionInternal(
                problem, problem.getBody(), problem.getHeaders(), problem.getStatusCode(), request);
    }

    /** For what is a problem already, the framework passes no body: the failure has it. */
    private static ProblemDetail bodyOf(Exception failure, HttpStatusCode status) {
        return failure instanceof ErrorResponse refusal ? refusal.getBody() : ProblemDetail.forStatus(status);
    }

    private static String message(@Nullable String text) {
        return text == null ? "not valid" : text;
    }

    private static final class InternalError extends Problem {

        InternalError() {
            super(
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "internal-error",
                    "Something broke on our side",
                    "The log has the cause under this request id.");
        }
    }
}
