package io.sarangbang.gateway.trust;

import io.sarangbang.defaults.request.RequestId;
import io.sarangbang.gateway.client.ClientAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Writes the headers that a service gets: the caller's token, one request id, and none that a client may have forged. */
@Component
class ServiceHeaders {

    private static final List<String> FORGEABLE = List.of(
            "x-user",
            "x-account",
            "x-auth",
            "x-caller",
            "x-remote",
            "x-forwarded",
            "x-original",
            "x-rewrite",
            "x-internal",
            "x-sarangbang",
            "x-http-method",
            "x-method-override",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "remote-user",
            "forwarded");

    private final TrustSettings settings;
    private final ClientAddress addresses;

    ServiceHeaders(TrustSettings settings, ClientAddress addresses) {
        this.settings = settings;
        this.addresses = addresses;
    }

    /** The exchange as services see it; {@code token} is the caller's, already verified. */
    ServerWebExchange write(ServerWebExchange exchange, Zone zone, @Nullable String token) {
        var request = exchange.getRequest();
        var client = addresses.of(request);
        var scheme = scheme(request);
        var host = host(request);
        return exchange.mutate()
                .request(it -> it.headers(headers -> {
                    dropForgeable(headers);
                    authorize(headers, zone, token);
                    set(headers, HttpHeaders.COOKIE, cookies(request, zone));
                    set(
                            headers,
                            RequestId.HEADER,
                            exchange.getResponse().getHeaders().getFirst(RequestId.HEADER));
                    set(headers, "X-Forwarded-For", client);
                    set(headers, "X-Forwarded-Proto", scheme);
                    set(headers, "X-Forwarded-Host", host);
                    if (!"/openvidu".equals(request.getURI().getRawPath())) {
                        headers.remove(HttpHeaders.UPGRADE); // elsewhere a handshake is an ordinary GET
                    }
                }))
                .build();
    }

    private static void dropForgeable(HttpHeaders headers) {
        var forged =
                headers.headerNames().stream().filter(ServiceHeaders::forgeable).toList();
        forged.forEach(headers::remove);
    }

    private static boolean forgeable(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return FORGEABLE.stream().anyMatch(lower::startsWith);
    }

    private static void authorize(HttpHeaders headers, Zone zone, @Nullable String token) {
        var theirOwn = switch (zone) {
            case WEBHOOKS -> AuthorizationHeader.isOfKakao(headers);
            case STAND_IN -> AuthorizationHeader.bearer(headers) != null;
            case API, AUTH, OPEN -> false;
        };
        if (!theirOwn) {
            set(headers, HttpHeaders.AUTHORIZATION, token == null ? null : "Bearer " + token);
        }
    }

    private static String cookies(ServerHttpRequest request, Zone zone) {
        return switch (zone) {
            case AUTH -> SessionCookies.forAuth(request);
            case STAND_IN -> SessionCookies.forStrangers(request);
            case API, WEBHOOKS, OPEN -> "";
        };
    }

    private String scheme(ServerHttpRequest request) {
        if (settings.publicUrl() != null) {
            return settings.publicUrl().getScheme();
        }
        var given = request.getHeaders().getFirst("X-Forwarded-Proto");
        return "https".equals(given) && addresses.cameThroughProxy(request) ? "https" : "http";
    }

    private @Nullable String host(ServerHttpRequest request) {
        return settings.publicUrl() != null
                ? settings.publicUrl().getAuthority()
                : request.getHeaders().getFirst(HttpHeaders.HOST);
    }

    private static void set(HttpHeaders headers, String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            headers.remove(name);
        } else {
            headers.set(name, value);
        }
    }
}
