package io.sarangbang.gateway.trust;

import io.sarangbang.defaults.token.AccessTokens;
import io.sarangbang.defaults.token.BadToken;
import io.sarangbang.defaults.token.Caller;
import io.sarangbang.gateway.apikey.ApiKeys;
import io.sarangbang.gateway.apikey.UnknownApiKey;
import io.sarangbang.gateway.revocation.Revocations;
import io.sarangbang.gateway.throttle.WrongKeys;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds out whom a credential speaks for: an access token, or an API key that is exchanged for one. */
@Component
class Callers {

    private final AccessTokens tokens;
    private final Revocations revocations;
    private final ApiKeys keys;
    private final WrongKeys wrongKeys;

    Callers(AccessTokens tokens, Revocations revocations, ApiKeys keys, WrongKeys wrongKeys) {
        this.tokens = tokens;
        this.revocations = revocations;
        this.keys = keys;
        this.wrongKeys = wrongKeys;
    }

    /** The caller, or {@link BadToken}; anything else it fails with is no fault of the credential's. */
    Mono<Caller> of(String credential, ServerHttpRequest request) {
        return ApiKeys.isMeant(credential) && isFromProgram(request)
                ? exchanged(credential, request).flatMap(this::verified)
                : verified(credential);
    }

    /** A key in a cookie is nothing that we put there. */
    private static boolean isFromProgram(ServerHttpRequest request) {
        return AuthorizationHeader.bearer(request.getHeaders()) != null;
    }

    private Mono<String> exchanged(String key, ServerHttpRequest request) {
        var known = keys.remembered(key);
        var token = known != null ? known : asked(key, request);
        return token.onErrorMap(UnknownApiKey.class, _ -> new BadToken("nobody's API key"));
    }

    /** Counted is what was asked about in vain: a program that goes on with an old key must not shut out its neighbours. */
    private Mono<String> asked(String key, ServerHttpRequest request) {
        return wrongKeys
                .mayTry(request)
                .then(Mono.defer(() -> keys.accessToken(key)))
                .onErrorResume(
                        UnknownApiKey.class, e -> wrongKeys.count(request).then(Mono.error(e)));
    }

    /** At once where the token is known; signatures and keys are left to a thread that may wait. */
    private Mono<Caller> verified(String token) {
        var known = tokens.remembered(token);
        var caller = known != null
                ? Mono.just(known)
                : Mono.fromCallable(() -> tokens.verify(token)).subscribeOn(Schedulers.boundedElastic());
        return caller.flatMap(this::unlessEnded);
    }

    /** Asked every time, since a session may end at any moment while its token is remembered as good. */
    private Mono<Caller> unlessEnded(Caller caller) {
        return revocations
                .ended(caller.sessionId())
                .flatMap(ended -> ended ? Mono.error(new BadToken("its session has ended")) : Mono.just(caller));
    }
}
