package io.sarangbang.standin.naver;

import io.sarangbang.standin.grants.Addresses;
import io.sarangbang.standin.grants.Grant;
import io.sarangbang.standin.grants.Parameters;
import io.sarangbang.standin.grants.ProofKey;
import io.sarangbang.standin.knobs.Knob;
import io.sarangbang.standin.knobs.Knobs;
import io.sarangbang.standin.knobs.Mishaps;
import io.sarangbang.standin.knobs.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The newer stack, where errors have the statuses of RFC 6749 §5.2. */
@RestController
class NaverOpenIdController {

    private final Naver naver;
    private final Mishaps mishaps;
    private final Addresses addresses;

    NaverOpenIdController(Naver naver, Mishaps mishaps, Addresses addresses) {
        this.naver = naver;
        this.mishaps = mishaps;
        this.addresses = addresses;
    }

    @PostMapping(path = "/naver/oauth2/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> token(
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            HttpServletRequest http) {
        var asked = new Parameters(form);
        var knobs = naver.knobs(naver.ledger().behind(asked));
        var issuer = addresses.forServers(http, "/naver");
        return mishaps.befall(knobs, Place.TOKEN, () -> {
            var known = authorization == null
                    && naver.client().id().equals(asked.get("client_id"))
                    && naver.client().knows(asked.get("client_secret"))
                    && !knobs.has(Knob.SECRET_REFUSED);
            return known ? answer(asked, knobs, issuer) : Addresses.json(401, Map.of("error", "invalid_client"));
        });
    }

    private ResponseEntity<?> answer(Parameters asked, Knobs knobs, String issuer) {
        if (!"authorization_code".equals(asked.get("grant_type"))) {
            return Addresses.json(400, Map.of("error", "unsupported_grant_type"));
        }
        var ticket = naver.ledger().codes().take(asked.get("code"));
        var usable = ticket.isPresent()
                && !knobs.has(Knob.CODE_USED)
                && ProofKey.proves(ticket.get().grant().codeChallenge(), asked.get("code_verifier"));
        return usable
                ? Addresses.json(200, tokens(ticket.get().grant(), issuer))
                : Addresses.json(
                        400, Map.of("error", "invalid_grant", "error_description", "no valid data in session"));
    }

    private Map<String, Object> tokens(Grant grant, String issuer) {
        var tokens = new LinkedHashMap<String, Object>();
        tokens.put("access_token", naver.ledger().accessTokens().issue(grant));
        tokens.put("refresh_token", naver.ledger().refreshTokens().issue(grant));
        tokens.put("token_type", "bearer");
        tokens.put("expires_in", Long.toString(Naver.ACCESS_LIFETIME.toSeconds()));
        if (grant.covers(Naver.OPENID)) {
            tokens.put("id_token", naver.idToken(grant, issuer));
        }
        return tokens;
    }

    @GetMapping("/naver/.well-known/openid-configuration")
    Map<String, Object> discovery(HttpServletRequest http) {
        var document = new LinkedHashMap<String, Object>();
        document.put("issuer", addresses.forServers(http, "/naver"));
        document.put("authorization_endpoint", addresses.forBrowsers(http, "/naver/oauth2/authorize"));
        document.put("token_endpoint", addresses.forServers(http, "/naver/oauth2/token"));
        document.put("userinfo_endpoint", addresses.forServers(http, "/naver/v1/nid/me"));
        document.put("jwks_uri", addresses.forServers(http, "/naver/oauth2/jwks"));
        document.put("scopes_supported", List.of("openid", "profile"));
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "none"));
        document.put("subject_types_supported", List.of("pairwise"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("response_types_supported", List.of("code"));
        document.put("grant_types_supported", List.of("authorization_code"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        return document;
    }

    @GetMapping("/naver/oauth2/jwks")
    ResponseEntity<?> keys() {
        return mishaps.befall(
                naver.knobs(),
                Place.KEYS,
                () -> Addresses.json(200, naver.keys().published()));
    }

    /** Signs with a new key from now on; the one before stays published. */
    @PutMapping("/knobs/naver/signing-key")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rotate() {
        naver.keys().rotate();
    }
}
