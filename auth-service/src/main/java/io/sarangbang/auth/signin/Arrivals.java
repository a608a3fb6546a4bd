package io.sarangbang.auth.signin;

import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.Person;
import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.account.Turns;
import io.sarangbang.auth.proof.Proof;
import io.sarangbang.auth.proof.ProofNotFound;
import io.sarangbang.auth.proof.Proofs;
import io.sarangbang.auth.session.Grant;
import io.sarangbang.auth.session.Sessions;
import io.sarangbang.auth.visitor.Visitor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets people in: who they are and their session are one turn, so that nobody takes the identity away in between. */
@Component
class Arrivals {

    private final Turns turns;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Proofs proofs;

    Arrivals(Turns turns, Accounts accounts, Sessions sessions, Proofs proofs) {
        this.turns = turns;
        this.accounts = accounts;
        this.sessions = sessions;
        this.proofs = proofs;
    }

    /**
     * Somebody seen before; nothing for a newcomer.
     *
     * @param replaced the refresh token that the browser held before; its session ends
     */
    Optional<Grant> known(Profile profile, Visitor visitor, @Nullable String replaced) {
        return turns.take(() -> accounts.known(profile).map(it -> begin(it, visitor, replaced)));
    }

    /** Anybody; a newcomer gets an account. */
    Grant anybody(Profile profile, Visitor visitor, @Nullable String replaced) {
        return turns.take(() -> begin(accounts.recognise(profile), visitor, replaced));
    }

    /**
     * Whoever proved a while ago who they are; a newcomer gets an account, and no longer than from then on counts the sign-in as
     * fresh.
     *
     * @throws ProofNotFound when the proof was used
     */
    Grant proven(Proof proof, Visitor visitor, @Nullable String replaced) {
        return turns.take(() -> {
            if (!proofs.spend(proof)) {
                throw new ProofNotFound();
            }
            var person = accounts.recognise(proof.profile());
            return sessions.begin(person, visitor, replaced, proof.provenAt());
        });
    }

    private Grant begin(Person person, Visitor visitor, @Nullable String replaced) {
        return sessions.begin(person, visitor, replaced);
    }
}
