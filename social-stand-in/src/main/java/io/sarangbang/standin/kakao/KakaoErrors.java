package io.sarangbang.standin.kakao;

import io.sarangbang.standin.grants.Addresses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Kakao's error bodies: OAuth's with a KOE code at kauth, {@code msg} and {@code code} at kapi. */
final class KakaoErrors {

    private KakaoErrors() {}

    static ResponseEntity<?> badCredentials() {
        return oauth(401, "invalid_client", "Bad client credentials", "KOE010");
    }

    static ResponseEntity<?> unknownClient(@Nullable String clientId) {
        return oauth(400, "invalid_client", "Not exist client_id [" + clientId + "]", "KOE101");
    }

    static ResponseEntity<?> codeNotFound(@Nullable String code) {
        return oauth(400, "invalid_grant", "authorization code not found for code=" + code, "KOE320");
    }

    static ResponseEntity<?> redirectMismatch() {
        return oauth(400, "invalid_grant", "Redirect URI mismatch.", "KOE303");
    }

    static ResponseEntity<?> refreshTokenGone() {
        return oauth(400, "invalid_grant", "expired_or_invalid_refresh_token", "KOE322");
    }

    /** Errors whose KOE code is not documented carry none. */
    static ResponseEntity<?> oauth(int status, String error, String description, @Nullable String code) {
        var body = new LinkedHashMap<String, String>();
        body.put("error", error);
        body.put("error_description", description);
        if (code != null) {
            body.put("error_code", code);
        }
        return status == 401 ? challenged(body, error) : Addresses.json(status, body);
    }

    static ResponseEntity<?> noSuchToken(int status) {
        return api(status, "this access token does not exist", -401);
    }

    static ResponseEntity<?> api(int status, String message, int code) {
        var body = Map.of("msg", message, "code", code);
        return status == 401 ? challenged(body, "invalid_token") : Addresses.json(status, body);
    }

    static ResponseEntity<?> scopeMissing(String required) {
        return Addresses.json(
                403, Map.of("msg", "insufficient scopes.", "code", -402, "required_scopes", List.of(required)));
    }

    private static ResponseEntity<?> challenged(Map<String, ?> body, String error) {
        return ResponseEntity.status(401)
                .header("WWW-Authenticate", "Bearer error=" + error)
                .contentType(Addresses.JSON)
                .body(body);
    }
}
