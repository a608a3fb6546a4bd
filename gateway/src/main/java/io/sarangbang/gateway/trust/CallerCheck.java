package io.sarangbang.gateway.trust;

import io.sarangbang.defaults.problem.NotSignedIn;
import io.sarangbang.defaults.problem.ServiceUnavailable;
import io.sarangbang.defaults.token.BadToken;
import io.sarangbang.defaults.token.Caller;
import io.sarangbang.defaults.token.KeySource.KeysUnavailable;
import io.sarangbang.gateway.revocation.RevocationSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Verifies who calls and hands the request on in that person's name, or refuses it. */
@Component
@Order(-60)
class CallerCheck implements WebFilter {

    private final Callers callers;
    private final ServiceHeaders headers;
    private final SessionCookies cookies;

    CallerCheck(Callers callers, ServiceHeaders headers, TrustSettings settings) {
        this.callers = callers;
        this.headers = headers;
        this.cookies = new SessionCookies(settings.servedOverTls());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var zone = Zone.of(exchange.getRequest().getURI().getRawPath());
        var credential = credential(exchange.getRequest());
        return switch (zone) {
            case API -> required(exchange, chain, credential);
            case AUTH -> optional(exchange, chain, credential);
            case WEBHOOKS, STAND_IN, OPEN -> chain.filter(headers.write(exchange, zone, null));
        };
    }

    private Mono<Void> required(ServerWebExchange exchange, WebFilterChain chain, @Nullable String credential) {
        if (credential == null) {
            return Mono.error(new NotSignedIn("No access token came along."));
        }
        return callers.of(credential, exchange.getRequest())
                .onErrorMap(BadToken.class, _ -> new NotSignedIn("The access token does not hold."))
                .onErrorMap(
                        CallerCheck::cannotBeChecked,
                        _ -> new ServiceUnavailable("auth-service", "Tokens can't be checked now."))
                .flatMap(it -> inTheNameOf(it, Zone.API, exchange, chain));
    }

    /** A token that has run out is the usual reason to come here, so it is left out and not held against the caller. */
    private Mono<Void> optional(ServerWebExchange exchange, WebFilterChain chain, @Nullable String credential) {
        if (credential == null) {
            return chain.filter(headers.write(exchange, Zone.AUTH, null));
        }
        return callers.of(credential, exchange.getRequest())
                .map(Optional::of)
                .onErrorReturn(it -> it instanceof BadToken || cannotBeChecked(it), Optional.empty())
                .flatMap(it -> it.isPresent()
                        ? inTheNameOf(it.get(), Zone.AUTH, exchange, chain)
                        : chain.filter(headers.write(exchange, Zone.AUTH, null)));
    }

    private Mono<Void> inTheNameOf(Caller caller, Zone zone, ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(Caller.class.getName(), caller);
        return chain.filter(headers.write(exchange, zone, caller.token()));
    }

    private static boolean cannotBeChecked(Throwable failure) {
        return failure instanceof KeysUnavailable || failure instanceof RevocationSource.Silent;
    }

    private @Nullable String credential(ServerHttpRequest request) {
        var bearer = AuthorizationHeader.bearer(request.getHeaders());
        return bearer != null ? bearer : cookies.accessToken(request);
    }
}
