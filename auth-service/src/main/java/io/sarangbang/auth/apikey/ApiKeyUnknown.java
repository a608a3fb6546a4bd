package io.sarangbang.auth.apikey;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** No key that holds; whether there ever was one is not told. */
final class ApiKeyUnknown extends Problem {

    ApiKeyUnknown() {
        super(
                HttpStatus.UNAUTHORIZED,
                "api-key-unknown",
                "This API key does not hold",
                "It was never made, has expired, or was revoked.");
        getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
