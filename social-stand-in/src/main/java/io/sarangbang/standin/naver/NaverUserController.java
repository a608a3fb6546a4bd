package io.sarangbang.standin.naver;

import io.sarangbang.standin.grants.Addresses;
import io.sarangbang.standin.grants.Tickets.Ticket;
import io.sarangbang.standin.knobs.Knob;
import io.sarangbang.standin.knobs.Mishaps;
import io.sarangbang.standin.knobs.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** What lies at openapi.naver.com: everything wrapped in {@code response}, errors with a {@code resultcode}. */
@RestController
class NaverUserController {

    private final Naver naver;
    private final Mishaps mishaps;

    NaverUserController(Naver naver, Mishaps mishaps) {
        this.naver = naver;
        this.mishaps = mishaps;
    }

    @RequestMapping(
            path = "/naver/v1/nid/me",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<?> me(@RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        if (authorization == null) {
            return error(401, "028", "Authentication header not exists (인증 헤더가 없습니다.)");
        }
        var grant = naver.ledger().bearer(authorization).map(Ticket::grant);
        var knobs = naver.knobs(grant);
        return mishaps.befall(knobs, Place.USER_INFO, () -> {
            if (knobs.has(Knob.USER_INFO_REFUSED_AS_200)) {
                return authenticationFailed(200);
            }
            return grant.isEmpty() || knobs.has(Knob.USER_INFO_REFUSED)
                    ? authenticationFailed(401)
                    : Addresses.json(
                            200,
                            Map.of("resultcode", "00", "message", "success", "response", naver.profile(grant.get())));
        });
    }

    private static ResponseEntity<?> authenticationFailed(int status) {
        return error(status, "024", "Authentication failed (인증에 실패했습니다.)");
    }

    private static ResponseEntity<?> error(int status, String code, String message) {
        return Addresses.json(status, Map.of("resultcode", code, "message", message));
    }
}
