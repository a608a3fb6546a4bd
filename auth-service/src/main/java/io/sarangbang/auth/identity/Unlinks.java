package io.sarangbang.auth.identity;

import io.sarangbang.auth.account.Identities;
import io.sarangbang.auth.account.Turns;
import io.sarangbang.auth.account.UnlinkOutcome.LastOne;
import io.sarangbang.auth.account.UnlinkOutcome.NotOfThisAccount;
import io.sarangbang.auth.account.UnlinkOutcome.Unlinked;
import io.sarangbang.auth.session.Ending;
import io.sarangbang.auth.session.LiveSession;
import io.sarangbang.auth.session.LiveSessions;
import io.sarangbang.auth.session.Sessions;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.problem.NotSignedIn;
import io.sarangbang.defaults.token.Caller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes identities off accounts; the sessions that they opened end with them. */
@Component
class Unlinks {

    private final Turns turns;
    private final Identities identities;
    private final LiveSessions live;
    private final Sessions sessions;
    private final LinkTrail trail;

    Unlinks(Turns turns, Identities identities, LiveSessions live, Sessions sessions, LinkTrail trail) {
        this.turns = turns;
        this.identities = identities;
        this.live = live;
        this.sessions = sessions;
        this.trail = trail;
    }

    /** Whether the caller's own session ended with it. */
    boolean unlink(Caller caller, UUID identityId, Visitor visitor) {
        return turns.take(() -> {
            var session = Optional.of(caller)
                    .filter(it -> identities.hold(it.accountId()))
                    .flatMap(live::of)
                    .orElseThrow(() -> new NotSignedIn("The session has ended."));
            return switch (identities.unlink(session.accountId(), identityId)) {
                case NotOfThisAccount() -> throw new IdentityNotFound();
                case LastOne() -> throw new LastIdentity();
                case Unlinked(var identity) -> {
                    end(session, identityId, identity.provider(), visitor);
                    yield session.identityId().equals(identityId);
                }
            };
        });
    }

    private void end(LiveSession session, UUID identityId, String provider, Visitor visitor) {
        sessions.endAllOf(identityId, Ending.IDENTITY_GONE);
        trail.unlinked(session, provider, visitor);
    }
}
