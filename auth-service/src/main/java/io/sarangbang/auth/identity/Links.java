package io.sarangbang.auth.identity;

import io.sarangbang.auth.account.Identities;
import io.sarangbang.auth.account.LinkOutcome;
import io.sarangbang.auth.account.LinkOutcome.Linked;
import io.sarangbang.auth.account.LinkOutcome.LinkedBefore;
import io.sarangbang.auth.account.LinkOutcome.ProviderLinkedBefore;
import io.sarangbang.auth.account.LinkOutcome.TakenByAnother;
import io.sarangbang.auth.account.Turns;
import io.sarangbang.auth.proof.Proof;
import io.sarangbang.auth.proof.ProofNotFound;
import io.sarangbang.auth.proof.Proofs;
import io.sarangbang.auth.session.LiveSession;
import io.sarangbang.auth.session.LiveSessions;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.problem.NotSignedIn;
import io.sarangbang.defaults.token.Caller;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Adds a proven identity to the account whose session may do so. */
@Component
class Links {

    private final Turns turns;
    private final Identities identities;
    private final LiveSessions sessions;
    private final Proofs proofs;
    private final LinkTrail trail;

    Links(Turns turns, Identities identities, LiveSessions sessions, Proofs proofs, LinkTrail trail) {
        this.turns = turns;
        this.identities = identities;
        this.sessions = sessions;
        this.proofs = proofs;
        this.trail = trail;
    }

    /** @throws ProofNotFound when the proof was used, or does not count for the caller's session */
    LinkOutcome link(Caller caller, Proof proof, Visitor visitor) {
        return turns.take(() -> {
            var session = Optional.of(caller)
                    .filter(it -> identities.hold(it.accountId()))
                    .flatMap(sessions::of)
                    .orElseThrow(() -> new NotSignedIn("The session has ended."));
            if (!countsFor(proof, session)) {
                throw new ProofNotFound();
            }
            var outcome = identities.link(session.accountId(), proof.profile());
            settle(outcome, proof, session, visitor);
            return outcome;
        });
    }

    /**
     * What was proven at a session's request is that session's. A newcomer's proof was nobody's, so whoever uses it must have
     * signed in since: a session that was open already may be somebody else's, who left it.
     */
    private boolean countsFor(Proof proof, LiveSession session) {
        var asker = proof.asker();
        return asker == null
                ? !session.authenticatedAt().isBefore(proof.provenAt())
                : sessions.inPlaceOf(asker).filter(session::equals).isPresent();
    }

    /** A proof is spent where it decided something; where nothing came of it, it may still be used in another way. */
    private void settle(LinkOutcome outcome, Proof proof, LiveSession session, Visitor visitor) {
        switch (outcome) {
            case Linked _ -> {
                spend(proof);
                trail.linked(session, proof.profile().provider(), visitor);
            }
            case TakenByAnother _ -> {
                spend(proof);
                trail.refused(session, proof.profile().provider(), visitor);
            }
            case LinkedBefore _, ProviderLinkedBefore _ -> {}
        }
    }

    private void spend(Proof proof) {
        if (!proofs.spend(proof)) {
            throw new ProofNotFound();
        }
    }
}
