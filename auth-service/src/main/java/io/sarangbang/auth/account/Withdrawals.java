package io.sarangbang.auth.account;

import io.sarangbang.auth.farewell.Farewells;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who withdraw at a provider instead of here. An account that can be opened in another way loses the identity; one
 * that can't, sleeps: the identity stays, so that whoever signs in with it again has the account back.
 */
@Component
public class Withdrawals {

    private final AccountRows accounts;
    private final IdentityRows identities;
    private final Farewells farewells;
    private final Clock clock;

    Withdrawals(AccountRows accounts, IdentityRows identities, Farewells farewells, Clock clock) {
        this.accounts = accounts;
        this.identities = identities;
        this.farewells = farewells;
        this.clock = clock;
    }

    /** What became of whom; nothing where nobody has this identity, or withdrew before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Withdrawn> withdraw(String provider, String app, String subject) {
        return identities
                .accountOf(provider, app, subject)
                // Held before anything is looked at: of two identities that end at once, each must see what became of
                // the other.
                .flatMap(accounts::lock)
                .flatMap(it -> identities.lockAllOf(it.id()).stream()
                        .filter(identity -> identity.is(provider, app, subject) && identity.isConnected())
                        .findFirst())
                .map(it -> {
                    farewells.forget(it.id(), provider, app, subject);
                    return end(it);
                });
    }

    private Withdrawn end(Identity identity) {
        var asleep = identities.findByAccountId(identity.accountId()).stream()
                .noneMatch(it -> !it.id().equals(identity.id()) && it.isConnected());
        if (asleep) {
            identity.disconnect(clock.instant());
        } else {
            identities.delete(identity);
        }
        return new Withdrawn(identity.accountId(), identity.id(), asleep);
    }

    /** Accounts that have slept since before then, longest first. */
    public List<UUID> asleepSince(Instant before, int atMost) {
        return identities.accountsAsleep(before, Limit.of(atMost));
    }

    /** @param asleep whether the account can't be opened in another way */
    public record Withdrawn(UUID accountId, UUID identityId, boolean asleep) {}
}
