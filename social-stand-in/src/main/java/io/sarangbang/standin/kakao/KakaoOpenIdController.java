package io.sarangbang.standin.kakao;

import io.sarangbang.standin.grants.Addresses;
import io.sarangbang.standin.knobs.Mishaps;
import io.sarangbang.standin.knobs.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KakaoOpenIdController {

    private final Kakao kakao;
    private final Mishaps mishaps;
    private final Addresses addresses;

    KakaoOpenIdController(Kakao kakao, Mishaps mishaps, Addresses addresses) {
        this.kakao = kakao;
        this.mishaps = mishaps;
        this.addresses = addresses;
    }

    @GetMapping("/kakao/.well-known/openid-configuration")
    Map<String, Object> discovery(HttpServletRequest http) {
        var document = new LinkedHashMap<String, Object>();
        document.put("issuer", addresses.forServers(http, "/kakao"));
        document.put("authorization_endpoint", addresses.forBrowsers(http, "/kakao/oauth/authorize"));
        document.put("token_endpoint", addresses.forServers(http, "/kakao/oauth/token"));
        document.put("userinfo_endpoint", addresses.forServers(http, "/kakao/v1/oidc/userinfo"));
        document.put("jwks_uri", addresses.forServers(http, "/kakao/.well-known/jwks.json"));
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("request_uri_parameter_supported", false);
        document.put("response_types_supported", List.of("code"));
        document.put("response_modes_supported", List.of("query"));
        document.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put(
                "claims_supported",
                List.of("iss", "aud", "sub", "auth_time", "exp", "iat", "nonce", "nickname", "picture", "email"));
        return document;
    }

    @GetMapping("/kakao/.well-known/jwks.json")
    ResponseEntity<?> keys() {
        return mishaps.befall(
                kakao.knobs(),
                Place.KEYS,
                () -> Addresses.json(200, kakao.keys().published()));
    }

    /** Signs with a new key from now on; the one before stays published. */
    @PutMapping("/knobs/kakao/signing-key")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rotate() {
        kakao.keys().rotate();
    }
}
