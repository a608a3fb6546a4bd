package io.sarangbang.defaults.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Gives the refusals that the framework itself makes (405, 415, …) a type and a title of this product's catalogue. */
public final class FrameworkProblems {

    private FrameworkProblems() {}

    /** Fills in type and title by status where the problem has none of its own; leaves typed problems alone. */
    public static void giveType(ProblemDetail problem) {
        if (problem.getType() != null && problem.getType().getPath().startsWith("/problems/")) {
            return;
        }
        var known = typed(HttpStatus.resolve(problem.getStatus()));
        problem.setType(URI.create("/problems/" + known.slug));
        problem.setTitle(known.title);
        if (problem.getStatus() >= 500) {
            problem.setDetail("The log has the cause under this request id.");
        }
    }

    private static Known typed(@org.jspecify.annotations.Nullable HttpStatus status) {
        if (status == null) {
            return new Known("internal-error", "Something broke on our side");
        }
        return switch (status) {
            case UNAUTHORIZED -> new Known(NotSignedIn.SLUG, NotSignedIn.TITLE);
            case FORBIDDEN -> new Known("forbidden", "Not allowed");
            case NOT_FOUND -> new Known("not-found", "Nothing is here");
            case METHOD_NOT_ALLOWED -> new Known("method-not-allowed", "This address does not take that method");
            case NOT_ACCEPTABLE -> new Known("not-acceptable", "Only JSON is spoken here");
            case CONTENT_TOO_LARGE -> new Known(PayloadTooLarge.SLUG, PayloadTooLarge.TITLE);
            case URI_TOO_LONG -> new Known("uri-too-long", "The address is too long");
            case UNSUPPORTED_MEDIA_TYPE -> new Known("unsupported-media-type", "Send JSON");
            case TOO_MANY_REQUESTS -> new Known("too-many-requests", "Slow down");
            case REQUEST_HEADER_FIELDS_TOO_LARGE -> new Known("headers-too-large", "The headers are too large");
            case SERVICE_UNAVAILABLE -> new Known("service-unavailable", "Try again in a moment");
            case GATEWAY_TIMEOUT -> new Known("service-timeout", "A service took too long");
            default ->
                status.is4xxClientError()
                        ? new Known("malformed-request", "The request could not be read")
                        : new Known("internal-error", "Something broke on our side");
        };
    }

    private record Known(String slug, String title) {}
}
