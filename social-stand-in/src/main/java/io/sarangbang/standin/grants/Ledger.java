package io.sarangbang.standin.grants;

import io.sarangbang.standin.grants.Tickets.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that one provider has issued. In memory: a restart forgets it, people simply sign in again. */
public final class Ledger {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

    private final Tickets codes;
    private final Tickets accessTokens;
    private final Tickets refreshTokens;

    public Ledger(Duration accessLifetime, Duration refreshLifetime, Clock clock) {
        this.codes = new Tickets(CODE_LIFETIME, clock);
        this.accessTokens = new Tickets(accessLifetime, clock);
        this.refreshTokens = new Tickets(refreshLifetime, clock);
    }

    public Tickets codes() {
        return codes;
    }

    public Tickets accessTokens() {
        return accessTokens;
    }

    public Tickets refreshTokens() {
        return refreshTokens;
    }

    /** The grant behind a token request, without using anything up. */
    public Optional<Grant> behind(Parameters request) {
        return codes.find(request.get("code"))
                .or(() -> refreshTokens.find(request.get("refresh_token")))
                .or(() -> accessTokens.find(request.get("access_token")))
                .map(Ticket::grant);
    }

    /** The access token of a request (RFC 6750 §2.1). */
    public Optional<Ticket> bearer(@Nullable String authorization) {
        var scheme = "Bearer ";
        return authorization != null && authorization.regionMatches(true, 0, scheme, 0, scheme.length())
                ? accessTokens.find(authorization.substring(scheme.length()).strip())
                : Optional.empty();
    }

    /** Whether anything still stands for such a grant: the person is linked to the client. */
    public boolean knows(Predicate<Grant> whose) {
        return codes.hasAny(whose) || accessTokens.hasAny(whose) || refreshTokens.hasAny(whose);
    }

    /** Ends all that stands for these grants. */
    public void forget(Predicate<Grant> whose) {
        codes.endAll(whose);
        accessTokens.endAll(whose);
        refreshTokens.endAll(whose);
    }
}
