package io.sarangbang.defaults.request;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id of the request at hand: made at the edge, kept in the log's context, sent on to other services. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";
    public static final String LOG_KEY = "http.request.id";
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private RequestId() {}

    /** The given id where it is harmless in logs and headers, else a new one. */
    public static String acceptedOrNew(@Nullable String given) {
        return given != null && ACCEPTABLE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /** The id of the request that this thread serves, or {@code none} outside a request. */
    public static String current() {
        var id = MDC.get(LOG_KEY);
        return id == null ? "none" : id;
    }
}
