package io.sarangbang.standin.kakao;

import io.sarangbang.standin.consent.ConsentDesk;
import io.sarangbang.standin.consent.Visit;
import io.sarangbang.standin.grants.Addresses;
import io.sarangbang.standin.grants.Grant;
import io.sarangbang.standin.grants.Tickets.Ticket;
import io.sarangbang.standin.knobs.Knob;
import io.sarangbang.standin.knobs.Mishaps;
import io.sarangbang.standin.knobs.Place;
import io.sarangbang.standin.people.Provider;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What lies at kapi.kakao.com, and the logout of the account. */
@RestController
@RequestMapping("/kakao")
class KakaoUserController {

    private final Kakao kakao;
    private final Mishaps mishaps;
    private final ConsentDesk desk;
    private final Clock clock;

    KakaoUserController(Kakao kakao, Mishaps mishaps, ConsentDesk desk, Clock clock) {
        this.kakao = kakao;
        this.mishaps = mishaps;
        this.desk = desk;
        this.clock = clock;
    }

    @RequestMapping(
            path = "/v2/user/me",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<?> me(@RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        return userInformation(authorization, it -> KakaoAccount.of(it, kakao));
    }

    @RequestMapping(
            path = "/v1/oidc/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<?> openIdUserInfo(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        var grant = kakao.ledger().bearer(authorization).map(Ticket::grant);
        if (grant.isPresent() && !grant.get().covers(Kakao.OPENID)) {
            return KakaoErrors.scopeMissing(Kakao.OPENID);
        }
        return userInformation(authorization, it -> {
            var claims = new LinkedHashMap<String, Object>();
            claims.put("sub", Long.toString(kakao.number(it)));
            claims.putAll(kakao.personalClaims(it));
            return claims;
        });
    }

    @GetMapping("/v1/user/access_token_info")
    ResponseEntity<?> tokenInformation(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        return withToken(
                authorization,
                it -> Map.of(
                        "id", kakao.number(it.grant()),
                        "expires_in",
                                Duration.between(clock.instant(), it.expiresAt())
                                        .toSeconds(),
                        "app_id", Kakao.APP_ID));
    }

    @PostMapping("/v1/user/logout")
    ResponseEntity<?> logout(@RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        return withToken(authorization, it -> {
            kakao.ledger().forget(it.grant()::equals);
            return Map.of("id", kakao.number(it.grant()));
        });
    }

    @PostMapping("/v1/user/unlink")
    ResponseEntity<?> unlink(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestParam(name = "target_id_type", required = false) @Nullable String targetIdType,
            @RequestParam(name = "target_id", required = false) @Nullable String targetId) {
        return mishaps.befall(kakao.knobs(), Place.UNLINK, () -> unlinked(authorization, targetIdType, targetId));
    }

    private ResponseEntity<?> unlinked(
            @Nullable String authorization, @Nullable String targetIdType, @Nullable String targetId) {
        if (kakao.settings().knowsAdmin(authorization) && "user_id".equals(targetIdType) && targetId != null) {
            return unlinkByAdmin(targetId);
        }
        return withToken(authorization, it -> {
            var number = kakao.number(it.grant());
            kakao.ledger().forget(other -> kakao.number(other) == number);
            return Map.of("id", number);
        });
    }

    @GetMapping("/oauth/logout")
    ResponseEntity<String> logoutOfAccount(
            @RequestParam(name = "client_id", required = false) @Nullable String clientId,
            @RequestParam(name = "logout_redirect_uri", required = false) @Nullable String redirectUri,
            HttpServletRequest http) {
        var visit = Visit.of(Provider.KAKAO, List.of(), http);
        if (!kakao.client().id().equals(clientId)) {
            return desk.refuse(visit, "KOE101", "Not exist client_id [" + clientId + "]");
        }
        if (redirectUri == null || !kakao.settings().allowsLogoutTo(redirectUri)) {
            return desk.refuse(visit, "KOE007", "The logout_redirect_uri is not registered: " + redirectUri);
        }
        return ResponseEntity.status(HttpStatus.FOUND)
                .header("Location", redirectUri)
                .build();
    }

    private ResponseEntity<?> unlinkByAdmin(String targetId) {
        var linked = new AtomicBoolean();
        kakao.ledger().forget(it -> {
            var found = Long.toString(kakao.number(it)).equals(targetId);
            linked.compareAndSet(false, found);
            return found;
        });
        return linked.get()
                ? Addresses.json(200, Map.of("id", Long.parseLong(targetId)))
                : KakaoErrors.api(400, "NotRegisteredUserException", -101);
    }

    private ResponseEntity<?> userInformation(@Nullable String authorization, Function<Grant, Map<String, ?>> content) {
        var grant = kakao.ledger().bearer(authorization).map(Ticket::grant);
        var knobs = kakao.knobs(grant);
        return mishaps.befall(knobs, Place.USER_INFO, () -> {
            if (knobs.has(Knob.USER_INFO_REFUSED_AS_200)) {
                return KakaoErrors.noSuchToken(200);
            }
            return grant.isEmpty() || knobs.has(Knob.USER_INFO_REFUSED)
                    ? KakaoErrors.noSuchToken(401)
                    : Addresses.json(200, content.apply(grant.get()));
        });
    }

    private ResponseEntity<?> withToken(@Nullable String authorization, Function<Ticket, Map<String, ?>> content) {
        var ticket = kakao.ledger().bearer(authorization);
        return ticket.isEmpty() ? KakaoErrors.noSuchToken(401) : Addresses.json(200, content.apply(ticket.get()));
    }
}
