package io.sarangbang.standin.kakao;

import io.sarangbang.standin.grants.Addresses;
import io.sarangbang.standin.grants.Grant;
import io.sarangbang.standin.grants.Parameters;
import io.sarangbang.standin.grants.ProofKey;
import io.sarangbang.standin.grants.Tickets.Ticket;
import io.sarangbang.standin.knobs.Knob;
import io.sarangbang.standin.knobs.Knobs;
import io.sarangbang.standin.knobs.Mishaps;
import io.sarangbang.standin.knobs.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KakaoTokenController {

    /** A refresh token this near its end is replaced when it is used. */
    private static final Duration RENEWAL = Duration.ofDays(30);

    private final Kakao kakao;
    private final Mishaps mishaps;
    private final Addresses addresses;
    private final Clock clock;

    KakaoTokenController(Kakao kakao, Mishaps mishaps, Addresses addresses, Clock clock) {
        this.kakao = kakao;
        this.mishaps = mishaps;
        this.addresses = addresses;
        this.clock = clock;
    }

    @PostMapping(path = "/kakao/oauth/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> token(
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            HttpServletRequest http) {
        var asked = new Parameters(form);
        var knobs = kakao.knobs(kakao.ledger().behind(asked));
        var issuer = addresses.forServers(http, "/kakao");
        return mishaps.befall(knobs, Place.TOKEN, () -> {
            var refusal = clientRefused(asked, knobs, authorization);
            return refusal != null ? refusal : answer(asked, knobs, issuer);
        });
    }

    private @Nullable ResponseEntity<?> clientRefused(Parameters asked, Knobs knobs, @Nullable String authorization) {
        if (authorization != null || knobs.has(Knob.SECRET_REFUSED)) {
            return KakaoErrors.badCredentials();
        }
        if (!kakao.client().id().equals(asked.get("client_id"))) {
            return KakaoErrors.unknownClient(asked.get("client_id"));
        }
        var secret = asked.get("client_secret");
        var mayBeLeftOut = secret == null && knobs.has(Knob.SECRET_OPTIONAL);
        return mayBeLeftOut || kakao.client().knows(secret) ? null : KakaoErrors.badCredentials();
    }

    private ResponseEntity<?> answer(Parameters asked, Knobs knobs, String issuer) {
        return switch (asked.orEmpty("grant_type")) {
            case "authorization_code" -> redeem(asked, knobs, issuer);
            case "refresh_token" -> refresh(asked, knobs, issuer);
            default -> KakaoErrors.oauth(400, "unsupported_grant_type", "The grant_type is not supported", null);
        };
    }

    private ResponseEntity<?> redeem(Parameters asked, Knobs knobs, String issuer) {
        var ticket = kakao.ledger().codes().take(asked.get("code"));
        if (ticket.isEmpty() || knobs.has(Knob.CODE_USED)) {
            return KakaoErrors.codeNotFound(asked.get("code"));
        }
        var grant = ticket.get().grant();
        if (!grant.redirectUri().equals(asked.get("redirect_uri"))) {
            return KakaoErrors.redirectMismatch();
        }
        if (!ProofKey.proves(grant.codeChallenge(), asked.get("code_verifier"))) {
            return KakaoErrors.oauth(400, "invalid_grant", "code_verifier does not match", null);
        }
        var tokens = accessToken(grant, issuer);
        addRefreshToken(tokens, grant);
        tokens.put("scope", String.join(" ", new TreeSet<>(grant.scopes())));
        return Addresses.json(200, tokens);
    }

    private ResponseEntity<?> refresh(Parameters asked, Knobs knobs, String issuer) {
        var ticket = kakao.ledger().refreshTokens().find(asked.get("refresh_token"));
        if (ticket.isEmpty()) {
            return KakaoErrors.refreshTokenGone();
        }
        var tokens = accessToken(ticket.get().grant(), issuer);
        if (nearsItsEnd(ticket.get()) || knobs.has(Knob.REFRESH_TOKEN_RENEWED)) {
            kakao.ledger().refreshTokens().take(asked.get("refresh_token"));
            addRefreshToken(tokens, ticket.get().grant());
        }
        return Addresses.json(200, tokens);
    }

    private boolean nearsItsEnd(Ticket ticket) {
        return ticket.expiresAt().isBefore(clock.instant().plus(RENEWAL));
    }

    private Map<String, Object> accessToken(Grant grant, String issuer) {
        var tokens = new LinkedHashMap<String, Object>();
        tokens.put("token_type", "bearer");
        tokens.put("access_token", kakao.ledger().accessTokens().issue(grant));
        if (grant.covers(Kakao.OPENID)) {
            tokens.put("id_token", kakao.idToken(grant, issuer));
        }
        tokens.put("expires_in", Kakao.ACCESS_LIFETIME.toSeconds());
        return tokens;
    }

    private void addRefreshToken(Map<String, Object> tokens, Grant grant) {
        tokens.put("refresh_token", kakao.ledger().refreshTokens().issue(grant));
        tokens.put("refresh_token_expires_in", Kakao.REFRESH_LIFETIME.toSeconds());
    }
}
