package io.sarangbang.auth.signin;

import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.Person;
import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.account.Turns;
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

    Arrivals(Turns turns, Accounts accounts, Sessions sessions) {
        this.turns = turns;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /**
     * Somebody seen before; nothing for a newcomer.
     *
     * @param replaced the refresh token that the browser held before; its session ends
     */
    Optional<Grant> known(Profile profile, Visitor visitor, @Nullable String replaced) {
        return turns.take(() -> accounts.known(profile).map(it -> begin(it, visitor, replaced)));
    }

    /**
     * Anybody; a newcomer gets an account.
     *
     * @param condition what must hold for it, decided within the same turn
     */
    Grant anybody(Profile profile, Visitor visitor, @Nullable String replaced, Runnable condition) {
        return turns.take(() -> {
            condition.run();
            return begin(accounts.recognise(profile), visitor, replaced);
        });
    }

    private Grant begin(Person person, Visitor visitor, @Nullable String replaced) {
        return sessions.begin(person, visitor, replaced);
    }
}
