package io.sarangbang.gateway.trust;

import io.sarangbang.defaults.problem.NotSignedIn;
import io.sarangbang.defaults.problem.ServiceUnavailable;
import io.sarangbang.defaults.token.AccessTokens;
import io.sarangbang.defaults.token.BadToken;
import io.sarangbang.defaults.token.Caller;
import io.sarangbang.defaults.token.KeySource.KeysUnavailable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Verifies who calls and hands the request on in that person's name, or refuses it. */
@Component
@Order(-60)
class CallerCheck implements WebFilter {

    private static final Mono<Optional<Caller>> NOBODY = Mono.just(Optional.empty());

    private final AccessTokens tokens;
    private final ServiceHeaders headers;
    private final SessionCookies cookies;

    CallerCheck(AccessTokens tokens, ServiceHeaders headers, TrustSettings settings) {
        this.tokens = tokens;
        this.headers = headers;
        this.cookies = new SessionCookies(settings.servedOverTls());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var zone = Zone.of(exchange.getRequest().getURI().getRawPath());
        var token = token(exchange.getRequest());
        return switch (zone) {
            case API -> required(exchange, chain, token);
            case AUTH -> optional(exchange, chain, token);
            case WEBHOOKS, STAND_IN, OPEN -> chain.filter(headers.write(exchange, zone, null));
        };
    }

    private Mono<Void> required(ServerWebExchange exchange, WebFilterChain chain, @Nullable String token) {
        if (token == null) {
            return Mono.error(new NotSignedIn("No access token came along."));
        }
        return verified(token)
                .onErrorMap(BadToken.class, _ -> new NotSignedIn("The access token does not hold."))
                .onErrorMap(
                        KeysUnavailable.class,
                        _ -> new ServiceUnavailable("auth-service", "Tokens can't be checked now."))
                .flatMap(it -> inTheNameOf(it, Zone.API, exchange, chain));
    }

    /** A token that has run out is the usual reason to come here, so it is left out and not held against the caller. */
    private Mono<Void> optional(ServerWebExchange exchange, WebFilterChain chain, @Nullable String token) {
        if (token == null) {
            return chain.filter(headers.write(exchange, Zone.AUTH, null));
        }
        return verified(token)
                .map(Optional::of)
                .onErrorResume(it -> it instanceof BadToken || it instanceof KeysUnavailable, _ -> NOBODY)
                .flatMap(it -> it.isPresent()
                        ? inTheNameOf(it.get(), Zone.AUTH, exchange, chain)
                        : chain.filter(headers.write(exchange, Zone.AUTH, null)));
    }

    private Mono<Void> inTheNameOf(Caller caller, Zone zone, ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(Caller.class.getName(), caller);
        return chain.filter(headers.write(exchange, zone, caller.token()));
    }

    /** At once where the token is known; signatures and keys are left to a thread that may wait. */
    private Mono<Caller> verified(String token) {
        var known = tokens.remembered(token);
        return known != null
                ? Mono.just(known)
                : Mono.fromCallable(() -> tokens.verify(token)).subscribeOn(Schedulers.boundedElastic());
    }

    private @Nullable String token(ServerHttpRequest request) {
        var bearer = AuthorizationHeader.bearer(request.getHeaders());
        return bearer != null ? bearer : cookies.accessToken(request);
    }
}
