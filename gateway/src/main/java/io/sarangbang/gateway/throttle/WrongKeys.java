package io.sarangbang.gateway.throttle;

import io.sarangbang.gateway.client.ClientAddress;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts the API keys that nobody has, by the address that tries them; whoever has a right one is never counted. */
@Component
public class WrongKeys {

    private final RateLimits limits;
    private final ClientAddress addresses;

    WrongKeys(RateLimits limits, ClientAddress addresses) {
        this.limits = limits;
        this.addresses = addresses;
    }

    /** Fails with {@link TooManyRequests} where too many were tried. */
    public Mono<Void> mayTry(ServerHttpRequest request) {
        return limits.lookFromAddress(Kind.WRONG_API_KEYS, addresses.household(request));
    }

    /** Counts one. */
    public Mono<Void> count(ServerHttpRequest request) {
        return limits.fromAddress(Kind.WRONG_API_KEYS, addresses.household(request))
                .onErrorComplete(TooManyRequests.class);
    }
}
