package io.sarangbang.standin.naver;

import io.sarangbang.standin.grants.Addresses;
import io.sarangbang.standin.grants.Grant;
import io.sarangbang.standin.grants.Parameters;
import io.sarangbang.standin.grants.ProofKey;
import io.sarangbang.standin.knobs.Knob;
import io.sarangbang.standin.knobs.Knobs;
import io.sarangbang.standin.knobs.Mishaps;
import io.sarangbang.standin.knobs.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The older stack: GET or POST, and errors with status 200. */
@RestController
class NaverTokenController {

    private final Naver naver;
    private final Mishaps mishaps;

    NaverTokenController(Naver naver, Mishaps mishaps) {
        this.naver = naver;
        this.mishaps = mishaps;
    }

    @RequestMapping(
            path = "/naver/oauth2.0/token",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<?> token(@RequestParam MultiValueMap<String, String> form) {
        var asked = new Parameters(form);
        var knobs = naver.knobs(naver.ledger().behind(asked));
        var place = "delete".equals(asked.get("grant_type")) ? Place.UNLINK : Place.TOKEN;
        return mishaps.befall(knobs, place, () -> answer(asked, knobs));
    }

    private ResponseEntity<?> answer(Parameters asked, Knobs knobs) {
        if (!naver.client().id().equals(asked.get("client_id")) || !secretHolds(asked, knobs)) {
            return error("invalid_request", "wrong client id / client secret pair.");
        }
        return switch (asked.orEmpty("grant_type")) {
            case "authorization_code" -> redeem(asked, knobs);
            case "refresh_token" -> refresh(asked);
            case "delete" -> delete(asked);
            default -> error("unsupported_grant_type", "grant_type is missing or not supported");
        };
    }

    private boolean secretHolds(Parameters asked, Knobs knobs) {
        return naver.client().knows(asked.get("client_secret")) && !knobs.has(Knob.SECRET_REFUSED);
    }

    private ResponseEntity<?> redeem(Parameters asked, Knobs knobs) {
        var ticket = naver.ledger().codes().take(asked.get("code"));
        var usable = ticket.isPresent()
                && !knobs.has(Knob.CODE_USED)
                && ProofKey.proves(ticket.get().grant().codeChallenge(), asked.get("code_verifier"))
                && stateHolds(ticket.get().grant(), asked, knobs);
        if (!usable) {
            return error("invalid_request", "no valid data in session");
        }
        var grant = ticket.get().grant();
        var tokens = accessToken(grant);
        tokens.put("refresh_token", naver.ledger().refreshTokens().issue(grant));
        return Addresses.json(200, tokens);
    }

    /** The documentation lists state as required here too. */
    private static boolean stateHolds(Grant grant, Parameters asked, Knobs knobs) {
        var state = Optional.ofNullable(asked.get("state"));
        return state.isEmpty() ? knobs.has(Knob.STATE_OPTIONAL) : state.get().equals(grant.state());
    }

    private ResponseEntity<?> refresh(Parameters asked) {
        return naver.ledger()
                .refreshTokens()
                .find(asked.get("refresh_token"))
                .<ResponseEntity<?>>map(it -> Addresses.json(200, accessToken(it.grant())))
                .orElseGet(() -> error("invalid_request", "invalid refresh_token"));
    }

    /** Unlinks; all that the person's grants have brought forth ends. */
    private ResponseEntity<?> delete(Parameters asked) {
        var token = asked.orEmpty("access_token");
        var ticket = naver.ledger().accessTokens().find(token);
        if (ticket.isEmpty()) {
            return error("invalid_request", "invalid access_token");
        }
        var person = ticket.get().grant().person();
        naver.ledger().forget(it -> it.person().name().equals(person.name()));
        return Addresses.json(200, Map.of("access_token", token, "result", "success"));
    }

    /** The lifetime is a string, against RFC 6749. */
    private Map<String, Object> accessToken(Grant grant) {
        var tokens = new LinkedHashMap<String, Object>();
        tokens.put("access_token", naver.ledger().accessTokens().issue(grant));
        tokens.put("token_type", "bearer");
        tokens.put("expires_in", Long.toString(Naver.ACCESS_LIFETIME.toSeconds()));
        return tokens;
    }

    private static ResponseEntity<?> error(String error, String description) {
        return Addresses.json(200, Map.of("error", error, "error_description", description));
    }
}
