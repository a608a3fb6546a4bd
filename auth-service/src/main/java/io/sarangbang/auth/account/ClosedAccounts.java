package io.sarangbang.auth.account;

import io.sarangbang.auth.farewell.Farewells;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts that are no more. Nothing opens them: who signs in with what opened one before is somebody new. Their bare ids stay
 * for a while, so that whoever was about to give one something finds it closed.
 */
@Component
public class ClosedAccounts {

    private final AccountRows accounts;
    private final IdentityRows identities;
    private final Farewells farewells;
    private final Clock clock;

    ClosedAccounts(AccountRows accounts, IdentityRows identities, Farewells farewells, Clock clock) {
        this.accounts = accounts;
        this.identities = identities;
        this.farewells = farewells;
        this.clock = clock;
    }

    /** Removes whatever opens the account, which the caller holds, and has the providers told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID accountId) {
        identities.lockAllOf(accountId).forEach(this::remove);
        accounts.lock(accountId).orElseThrow().close(clock.instant());
    }

    /** Forgets those that were closed before then and of which nothing else is kept any more. */
    @Transactional
    public int forget(Instant closedBefore) {
        return accounts.deleteClosed(closedBefore);
    }

    private void remove(Identity identity) {
        var who = identity.profile();
        if (identity.isConnected()) {
            farewells.queue(identity.id(), who.provider(), who.app(), who.subject());
        } else {
            farewells.forget(identity.id(), who.provider(), who.app(), who.subject());
        }
        identities.delete(identity);
    }
}
