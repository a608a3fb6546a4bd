package io.sarangbang.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.OnStage;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/** Failures that a machine which is there does not show: an address without a host behind it. */
class NextInstanceTests extends OnStage {

    @Autowired
    private NextInstance next;

    @Autowired
    private Quarantine quarantine;

    @ParameterizedTest
    @ValueSource(classes = {ConnectException.class, NoRouteToHostException.class})
    void aChangeGoesToAnotherInstanceWhenNoConnectionWasMade(Class<? extends Exception> failure) throws Exception {
        var gone = new DefaultServiceInstance("a", "room-service", failure.getSimpleName() + ".test", 80, false);
        var good = new DefaultServiceInstance("b", "room-service", "good.test", 80, false);
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.method(HttpMethod.POST, "/api/rooms"));
        exchange.getAttributes()
                .put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, URI.create("lb://room-service/api/rooms"));
        exchange.getAttributes()
                .put(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR, new DefaultResponse(gone));
        var attempts = new AtomicInteger();
        var refused = failure.getConstructor().newInstance();

        next.filter(exchange, _ -> attempts.incrementAndGet() == 1 ? Mono.error(refused) : Mono.empty())
                .block();

        assertThat(attempts).hasValue(2);
        assertThat(quarantine.without(java.util.List.of(gone, good))).containsExactly(good);
    }
}
