package io.sarangbang.auth.visitor;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Where a request came from, for people to recognise: it decides nothing.
 *
 * @param device such as {@code Chrome · Windows}
 * @param network the address without its end, or nothing where it is not known
 */
public record Visitor(String device, @Nullable String network) {

    /** Nobody: something that happens by itself. */
    public static final Visitor NONE = new Visitor(Device.UNKNOWN, null);

    /** The gateway writes the client's address into {@code X-Forwarded-For} and drops what came from outside. */
    public static Visitor of(HttpServletRequest request) {
        return new Visitor(
                Device.of(request.getHeader(HttpHeaders.USER_AGENT)), Network.of(request.getHeader("X-Forwarded-For")));
    }
}
