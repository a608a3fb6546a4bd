package io.sarangbang.auth.apikey;

import io.sarangbang.defaults.problem.ValidationFailed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For the gateway, so that no other service ever sees a key. */
@RestController
class ExchangeController {

    private final KeyExchange exchange;

    ExchangeController(KeyExchange exchange) {
        this.exchange = exchange;
    }

    @PostMapping(
            path = "/internal/api-keys/exchange",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ExchangeResponse> exchange(@RequestBody ExchangeRequest request) {
        if (request.key() == null) {
            throw new ValidationFailed("/key", "is missing");
        }
        var token = exchange.exchange(request.key());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ExchangeResponse(token.value(), token.expiresAt()));
    }

    record ExchangeRequest(@Nullable String key) {

        @Override
        public String toString() {
            return "ExchangeRequest[…]";
        }
    }

    record ExchangeResponse(String accessToken, Instant expiresAt) {

        @Override
        public String toString() {
            return "ExchangeResponse[…]";
        }
    }
}
