package io.sarangbang.auth.account;

import static java.util.Comparator.comparing;

import io.sarangbang.auth.account.LinkOutcome.Linked;
import io.sarangbang.auth.account.LinkOutcome.LinkedBefore;
import io.sarangbang.auth.account.LinkOutcome.ProviderLinkedBefore;
import io.sarangbang.auth.account.LinkOutcome.TakenByAnother;
import io.sarangbang.auth.account.UnlinkOutcome.LastOne;
import io.sarangbang.auth.account.UnlinkOutcome.NotOfThisAccount;
import io.sarangbang.auth.account.UnlinkOutcome.Unlinked;
import io.sarangbang.auth.farewell.Farewells;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which identities open an account. Changes hold the account, so that of two at once the second sees what the first left;
 * they run in a turn of {@link Turns}, because an identity may be taken for another account at that very moment.
 */
@Component
public class Identities {

    private final AccountRows accounts;
    private final IdentityRows rows;
    private final Farewells farewells;
    private final Clock clock;

    Identities(AccountRows accounts, IdentityRows rows, Farewells farewells, Clock clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.farewells = farewells;
        this.clock = clock;
    }

    /** The first one first. */
    @Transactional(readOnly = true)
    public List<LinkedIdentity> of(UUID accountId) {
        return rows.findByAccountId(accountId).stream()
                .map(Identity::linked)
                .sorted(comparing(LinkedIdentity::linkedAt))
                .toList();
    }

    /**
     * Keeps others from changing the account's identities, and from closing it, until the transaction ends.
     *
     * @return whether the account is open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(UUID accountId) {
        return accounts.lock(accountId).filter(Account::isOpen).isPresent();
    }

    /** Has the identity open the account too, unless it opens one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LinkOutcome link(UUID accountId, Profile profile) {
        accounts.lock(accountId);
        var known = rows.lock(profile.provider(), profile.app(), profile.subject());
        if (known.isPresent()) {
            return known.get().accountId().equals(accountId)
                    ? new LinkedBefore(known.get().linked())
                    : new TakenByAnother();
        }
        if (rows.existsByAccountIdAndProvider(accountId, profile.provider())) {
            return new ProviderLinkedBefore();
        }
        return new Linked(add(accountId, profile).linked());
    }

    /** Takes the identity off the account, unless nothing else opens it; the provider will be told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UnlinkOutcome unlink(UUID accountId, UUID identityId) {
        accounts.lock(accountId);
        // Who is coming in by one of them now is waited for, so that the caller finds their session and ends it.
        var all = rows.lockAllOf(accountId);
        var chosen = all.stream().filter(it -> it.id().equals(identityId)).findFirst();
        if (chosen.isEmpty()) {
            return new NotOfThisAccount();
        }
        return all.size() == 1 ? new LastOne() : new Unlinked(remove(chosen.get()));
    }

    private Identity add(UUID accountId, Profile profile) {
        var identity = rows.saveAndFlush(new Identity(accountId, profile, clock.instant()));
        farewells.linked(identity.id(), profile.provider(), profile.app(), profile.subject(), profile.refreshToken());
        return identity;
    }

    private LinkedIdentity remove(Identity identity) {
        var profile = identity.profile();
        farewells.queue(identity.id(), profile.provider(), profile.app(), profile.subject());
        rows.delete(identity);
        return identity.linked();
    }
}
