package io.sarangbang.auth.token;

import io.jsonwebtoken.security.Jwks;
import io.sarangbang.auth.token.KeyRing.Ready;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the keys that verify access tokens (RFC 7517). */
@RestController
class KeySetController {

    private final KeyRing keys;

    KeySetController(KeyRing keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<KeySetResponse> keys() {
        var published =
                keys.published().stream().map(KeySetController::publicJwk).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(60)))
                .body(new KeySetResponse(published));
    }

    private static Map<String, Object> publicJwk(Ready key) {
        var jwk = Jwks.builder()
                .key((ECPublicKey) key.publicHalf())
                .id(key.kid())
                .algorithm("ES256")
                .publicKeyUse("sig")
                .build();
        return new TreeMap<>(jwk);
    }

    record KeySetResponse(List<Map<String, Object>> keys) {}
}
