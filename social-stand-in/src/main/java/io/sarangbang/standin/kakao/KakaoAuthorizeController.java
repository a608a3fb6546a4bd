package io.sarangbang.standin.kakao;

import io.sarangbang.standin.consent.ConsentDesk;
import io.sarangbang.standin.consent.Decision.Cancelled;
import io.sarangbang.standin.consent.Decision.Consented;
import io.sarangbang.standin.consent.Decision.Open;
import io.sarangbang.standin.consent.Visit;
import io.sarangbang.standin.consent.Visit.Item;
import io.sarangbang.standin.grants.ClientRedirect;
import io.sarangbang.standin.grants.Grant;
import io.sarangbang.standin.grants.Parameters;
import io.sarangbang.standin.grants.ProofKey;
import io.sarangbang.standin.knobs.Knob;
import io.sarangbang.standin.people.Provider;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/kakao/oauth/authorize")
class KakaoAuthorizeController {

    private static final Set<String> SCOPES = Set.of(Kakao.OPENID, Kakao.NICKNAME, Kakao.IMAGE, Kakao.EMAIL);
    private static final List<String> WHEN_NONE_ASKED = List.of(Kakao.NICKNAME, Kakao.IMAGE, Kakao.EMAIL);
    private static final String DENIED = "User denied access";

    private final Kakao kakao;
    private final ConsentDesk desk;
    private final Clock clock;

    KakaoAuthorizeController(Kakao kakao, ConsentDesk desk, Clock clock) {
        this.kakao = kakao;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> open(@RequestParam MultiValueMap<String, String> query, HttpServletRequest http) {
        var asked = new Parameters(query);
        var visit = visit(asked, http);
        return refused(asked, visit)
                .or(() -> sentBack(asked))
                .orElseGet(() -> kakao.knobs().has(Knob.CONSENT_DENIED) ? denied(asked) : desk.welcome(visit));
    }

    @PostMapping
    ResponseEntity<String> decide(@RequestParam MultiValueMap<String, String> form, HttpServletRequest http) {
        var asked = new Parameters(form);
        var visit = visit(asked, http);
        return refused(asked, visit).or(() -> sentBack(asked)).orElseGet(() -> switch (desk.next(visit, asked)) {
            case Open(var page) -> page;
            case Consented consented -> granted(asked, consented);
            case Cancelled() -> denied(asked);
        });
    }

    /** What Kakao answers with a page of its own, because the client can't be trusted to be the client. */
    private Optional<ResponseEntity<String>> refused(Parameters asked, Visit visit) {
        if (asked.repeats("client_id", "redirect_uri", "state", "response_type", "scope", "nonce", "code_challenge")) {
            return Optional.of(desk.refuse(visit, "KOE001", "A parameter was sent twice."));
        }
        if (!kakao.client().id().equals(asked.get("client_id"))) {
            return Optional.of(
                    desk.refuse(visit, "KOE101", "Not exist client_id [" + asked.orEmpty("client_id") + "]"));
        }
        if (!kakao.client().allows(asked.get("redirect_uri"))) {
            return Optional.of(desk.refuse(
                    visit,
                    "KOE006",
                    "The redirect_uri is not registered for this REST API key: " + asked.orEmpty("redirect_uri")));
        }
        if (!"code".equals(asked.get("response_type"))) {
            return Optional.of(desk.refuse(visit, "KOE201", "The response_type has to be code."));
        }
        if (!asked.has("state")) {
            // Kakao itself lets it pass; here a client that forgets its CSRF defence is found out early.
            return Optional.of(desk.refuse(visit, "KOE001", "The state is missing."));
        }
        return scopesRefused(asked, visit);
    }

    private Optional<ResponseEntity<String>> scopesRefused(Parameters asked, Visit visit) {
        var refused = asked.words("scope");
        refused.removeIf(it -> SCOPES.contains(it) && !(it.equals(Kakao.OPENID) && openIdIsOff()));
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of(desk.refuse(visit, "KOE205", "Consent items that are not set: " + refused));
    }

    private boolean openIdIsOff() {
        return kakao.knobs().has(Knob.OPENID_OFF);
    }

    private static Optional<ResponseEntity<String>> sentBack(Parameters asked) {
        if (!ProofKey.acceptable(asked.get("code_challenge"), asked.get("code_challenge_method"))) {
            return Optional.of(back(asked, "invalid_request", "Only a code_challenge of method S256 is supported"));
        }
        return "none".equals(asked.get("prompt"))
                ? Optional.of(back(asked, "login_required", "user is not logged in"))
                : Optional.empty();
    }

    private ResponseEntity<String> granted(Parameters asked, Consented consented) {
        var knobs = kakao.knobs(consented.person());
        if (knobs.has(Knob.MEMBERS_ONLY)) {
            return back(asked, "misconfigured", "The person is no member of the test app. (KOE005)");
        }
        if (knobs.has(Knob.CONSENT_DENIED)) {
            return denied(asked);
        }
        var grant = new Grant(
                consented.person(),
                asked.orEmpty("redirect_uri"),
                consented.scopes(),
                asked.orEmpty("state"),
                asked.get("nonce"),
                asked.get("code_challenge"),
                consented.knobs(),
                clock.instant());
        var code = kakao.ledger().codes().issue(grant);
        return ClientRedirect.withCode(grant.redirectUri(), code, grant.state());
    }

    private static ResponseEntity<String> denied(Parameters asked) {
        return back(asked, "access_denied", DENIED);
    }

    private static ResponseEntity<String> back(Parameters asked, String error, String description) {
        return ClientRedirect.withError(asked.orEmpty("redirect_uri"), error, description, asked.orEmpty("state"));
    }

    private static Visit visit(Parameters asked, HttpServletRequest http) {
        var scopes = asked.has("scope") ? asked.words("scope") : WHEN_NONE_ASKED;
        var items = scopes.stream()
                .map(it -> new Item(it, it.equals(Kakao.NICKNAME) || it.equals(Kakao.OPENID)))
                .toList();
        return Visit.of(Provider.KAKAO, items, http);
    }
}
