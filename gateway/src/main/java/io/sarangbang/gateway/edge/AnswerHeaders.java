package io.sarangbang.gateway.edge;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Tells browsers what our pages may do. {@code Strict-Transport-Security} is missing on purpose: only the TLS edge knows
 * whether the name is served over https for good.
 */
@Component
@Order(-90)
class AnswerHeaders implements WebFilter {

    private static final String CSP = "Content-Security-Policy";
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final String PERMISSIONS =
            "camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self), "
                    + "picture-in-picture=(self), screen-wake-lock=(self), speaker-selection=(self), "
                    + "clipboard-write=(self), geolocation=(), payment=(), usb=(), midi=(), serial=(), hid=()";

    private final String pagePolicy;

    AnswerHeaders(PageSettings pages) {
        this.pagePolicy = pages.policy();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> complete(exchange)));
        return chain.filter(exchange);
    }

    private void complete(ServerWebExchange exchange) {
        var headers = exchange.getResponse().getHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.remove(HttpHeaders.SERVER);
        headers.remove("X-Powered-By");
        if (isData(exchange, headers)) {
            setIfAbsent(headers, CSP, DATA_POLICY);
            setIfAbsent(headers, "Referrer-Policy", "no-referrer"); // a callback's address holds a sign-in code
            setIfAbsent(headers, HttpHeaders.CACHE_CONTROL, "no-store");
        } else {
            setIfAbsent(headers, CSP, pagePolicy);
            setIfAbsent(headers, "Referrer-Policy", "strict-origin-when-cross-origin");
            setIfAbsent(headers, "Permissions-Policy", PERMISSIONS);
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("X-Frame-Options", "DENY");
        }
    }

    private static boolean isData(ServerWebExchange exchange, HttpHeaders headers) {
        var type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        return exchange.getRequest().getURI().getRawPath().startsWith("/api/")
                || (type != null && type.contains("json"));
    }

    private static void setIfAbsent(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}
