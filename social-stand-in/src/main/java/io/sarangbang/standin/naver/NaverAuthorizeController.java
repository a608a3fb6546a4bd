package io.sarangbang.standin.naver;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Both stacks start alike; only {@code /oauth2}, without the ".0", knows {@code openid}. */
@RestController
@RequestMapping({"/naver/oauth2.0/authorize", "/naver/oauth2/authorize"})
class NaverAuthorizeController {

    private final Naver naver;
    private final ConsentDesk desk;
    private final Clock clock;

    NaverAuthorizeController(Naver naver, ConsentDesk desk, Clock clock) {
        this.naver = naver;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> open(@RequestParam MultiValueMap<String, String> query, HttpServletRequest http) {
        var asked = new Parameters(query);
        var visit = visit(asked, http);
        return refused(asked, visit)
                .or(() -> sentBack(asked))
                .orElseGet(() -> naver.knobs().has(Knob.CONSENT_DENIED) ? denied(asked) : desk.welcome(visit));
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

    private Optional<ResponseEntity<String>> refused(Parameters asked, Visit visit) {
        if (asked.repeats("client_id", "redirect_uri", "state", "response_type", "scope", "nonce", "code_challenge")) {
            return Optional.of(desk.refuse(visit, "invalid_request", "A parameter was sent twice."));
        }
        if (!naver.client().id().equals(asked.get("client_id"))) {
            return Optional.of(desk.refuse(
                    visit, "invalid_client", "No application has this client_id: " + asked.orEmpty("client_id")));
        }
        if (!naver.client().allows(asked.get("redirect_uri"))) {
            return Optional.of(desk.refuse(
                    visit,
                    "invalid_request",
                    "The redirect_uri is not among the callback addresses: " + asked.orEmpty("redirect_uri")));
        }
        return asked.has("state")
                ? Optional.empty()
                : Optional.of(desk.refuse(visit, "invalid_request", "The state is missing."));
    }

    private static Optional<ResponseEntity<String>> sentBack(Parameters asked) {
        if (!"code".equals(asked.get("response_type"))) {
            return Optional.of(back(asked, "unsupported_response_type", "response_type has to be code"));
        }
        return ProofKey.acceptable(asked.get("code_challenge"), asked.get("code_challenge_method"))
                ? Optional.empty()
                : Optional.of(back(asked, "invalid_request", "only a code_challenge of method S256 is supported"));
    }

    private ResponseEntity<String> granted(Parameters asked, Consented consented) {
        var knobs = naver.knobs(consented.person());
        if (knobs.has(Knob.MEMBERS_ONLY)) {
            return back(asked, "unauthorized_client", "only registered ids may sign in before the review");
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
        var code = naver.ledger().codes().issue(grant);
        return ClientRedirect.withCode(grant.redirectUri(), code, grant.state());
    }

    private static ResponseEntity<String> denied(Parameters asked) {
        return back(asked, "access_denied", "Canceled By User");
    }

    private static ResponseEntity<String> back(Parameters asked, String error, String description) {
        return ClientRedirect.withError(asked.orEmpty("redirect_uri"), error, description, asked.orEmpty("state"));
    }

    /** What a client may know is set in Naver's console, not by scope. */
    private static Visit visit(Parameters asked, HttpServletRequest http) {
        var items = new ArrayList<>(
                List.of(new Item(Naver.NICKNAME, true), new Item(Naver.EMAIL, false), new Item(Naver.IMAGE, false)));
        if (http.getRequestURI().endsWith("/oauth2/authorize")
                && asked.words("scope").contains(Naver.OPENID)) {
            items.addFirst(new Item(Naver.OPENID, true));
        }
        return Visit.of(Provider.NAVER, items, http);
    }
}
