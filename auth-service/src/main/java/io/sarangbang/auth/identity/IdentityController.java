package io.sarangbang.auth.identity;

import io.sarangbang.auth.account.Identities;
import io.sarangbang.auth.account.LinkOutcome.Linked;
import io.sarangbang.auth.account.LinkOutcome.LinkedBefore;
import io.sarangbang.auth.account.LinkOutcome.ProviderLinkedBefore;
import io.sarangbang.auth.account.LinkOutcome.TakenByAnother;
import io.sarangbang.auth.account.LinkedIdentity;
import io.sarangbang.auth.proof.ProofNotFound;
import io.sarangbang.auth.proof.Proofs;
import io.sarangbang.auth.session.LiveSession;
import io.sarangbang.auth.session.LiveSessions;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.security.FreshSignIn;
import io.sarangbang.defaults.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/identities")
class IdentityController {

    private final Identities identities;
    private final Links links;
    private final Proofs proofs;
    private final LiveSessions sessions;
    private final FreshSignIn fresh;

    IdentityController(Identities identities, Links links, Proofs proofs, LiveSessions sessions, FreshSignIn fresh) {
        this.identities = identities;
        this.links = links;
        this.proofs = proofs;
        this.sessions = sessions;
        this.fresh = fresh;
    }

    @GetMapping
    IdentitiesResponse identities(@AuthenticationPrincipal Caller caller) {
        var current = current(caller);
        return new IdentitiesResponse(identities.of(caller.accountId()).stream()
                .map(it -> IdentityResponse.of(it, current))
                .toList());
    }

    @PostMapping
    ResponseEntity<IdentityResponse> link(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, HttpServletResponse response) {
        fresh.require(caller);
        var proof = proofs.of(request).orElseThrow(ProofNotFound::new);
        var outcome = links.link(caller, proof, Visitor.of(request));
        if (!(outcome instanceof ProviderLinkedBefore)) {
            proofs.delete(response);
        }
        return switch (outcome) {
            case Linked(var identity) -> answer(HttpStatus.CREATED, identity, caller);
            case LinkedBefore(var identity) -> answer(HttpStatus.OK, identity, caller);
            case TakenByAnother() -> throw new IdentityTaken();
            case ProviderLinkedBefore() -> throw new ProviderAlreadyLinked();
        };
    }

    private ResponseEntity<IdentityResponse> answer(HttpStatus status, LinkedIdentity identity, Caller caller) {
        return ResponseEntity.status(status).body(IdentityResponse.of(identity, current(caller)));
    }

    private @Nullable UUID current(Caller caller) {
        return sessions.of(caller).map(LiveSession::identityId).orElse(null);
    }

    record IdentitiesResponse(List<IdentityResponse> identities) {}
}
