package io.sarangbang.defaults.problem;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A refusal that the caller is told about as {@code application/problem+json} (RFC 9457). Subclasses are named as facts
 * ({@code RoomFull}); their {@code type} never changes, because clients switch on it.
 */
public abstract class Problem extends ErrorResponseException {

    /**
     * @param slug the last segment of the type, {@code room-full} for {@code /problems/room-full}
     * @param title constant for the type
     * @param detail what is wrong this time; must hold no secret
     */
    protected Problem(HttpStatus status, String slug, String title, String detail) {
        super(status, body(status, slug, title, detail), null);
    }

    /** The problem detail of a type, for places that answer without throwing. */
    public static ProblemDetail body(HttpStatus status, String slug, String title, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("/problems/" + slug));
        body.setTitle(title);
        return body;
    }

    /** Adds an extension member (RFC 9457 §3.2). */
    protected final void with(String member, Object value) {
        getBody().setProperty(member, value);
    }

    /** Tells the caller when it is worth trying again. */
    protected final void retryAfter(Duration delay) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, delay.toSeconds())));
    }
}
