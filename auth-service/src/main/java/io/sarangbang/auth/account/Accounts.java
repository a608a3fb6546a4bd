package io.sarangbang.auth.account;

import io.sarangbang.auth.farewell.Farewells;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who has signed in at least once. Who comes in runs in a turn of {@link Turns}: they may come by two doors. */
@Component
public class Accounts {

    private static final Logger log = LoggerFactory.getLogger(Accounts.class);

    private final AccountRows accounts;
    private final IdentityRows identities;
    private final Farewells farewells;
    private final Clock clock;

    Accounts(AccountRows accounts, IdentityRows identities, Farewells farewells, Clock clock) {
        this.accounts = accounts;
        this.identities = identities;
        this.farewells = farewells;
        this.clock = clock;
    }

    /** The person with this identity, if they were seen before; the identity is theirs until the transaction ends. */
    @Transactional
    public Optional<Person> known(Profile profile) {
        // The account is held before its identity, as by everybody, or two would wait for each other.
        return identities
                .accountOf(profile.provider(), profile.app(), profile.subject())
                .filter(this::holdOpen)
                .flatMap(account -> held(profile, account))
                .map(it -> {
                    it.see(profile, clock.instant());
                    return linked(it, profile);
                });
    }

    /** The person with this identity; who was never seen before gets an account. */
    @Transactional
    public Person recognise(Profile profile) {
        return known(profile).orElseGet(() -> welcome(profile));
    }

    /** Whether this identity opens an account. */
    @Transactional(readOnly = true)
    public boolean knows(Profile profile) {
        return identities
                .findByProviderAndProviderAppAndSubject(profile.provider(), profile.app(), profile.subject())
                .isPresent();
    }

    /**
     * Holds an account until the running transaction ends, so that it is not closed meanwhile. Whatever gives an account
     * something that no identity of its opens, such as a key, takes this first, and gives nothing where it is refused. Locks
     * are taken in one order everywhere: the account, its identities, its sessions.
     *
     * @return whether there is such an account and it is open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holdOpen(UUID accountId) {
        return accounts.lock(accountId).filter(Account::isOpen).isPresent();
    }

    /** When an account was made; nothing where there is none, or it is closed. */
    public Optional<Instant> createdAt(UUID accountId) {
        return accounts.createdAt(accountId);
    }

    /** All that is known of whoever opens the account. */
    @Transactional(readOnly = true)
    public List<AccountIdentity> identitiesOf(UUID accountId) {
        return identities.findByAccountId(accountId).stream()
                .map(Identity::exported)
                .toList();
    }

    /** Whose account it is, as they came in last; nobody where it is closed or sleeps. */
    public Optional<Person> owner(UUID accountId) {
        return identities
                .findFirstByAccountIdAndDisconnectedAtIsNullOrderBySeenAtDesc(accountId)
                .map(Identity::person);
    }

    /** The person behind an identity seen before. */
    public Optional<Person> byIdentity(UUID identityId) {
        return identities.findById(identityId).map(Identity::person);
    }

    /** Whether the identity is there, and if so stays until the running transaction ends: no session of it begins or is missed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(UUID identityId) {
        return identities.lock(identityId).isPresent();
    }

    /** As {@link #hold}, for all of an account's identities. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdAllOf(UUID accountId) {
        identities.lockAllOf(accountId);
    }

    private Optional<Identity> held(Profile profile, UUID account) {
        var identity = identities.lock(profile.provider(), profile.app(), profile.subject());
        if (identity.isPresent() && !identity.get().accountId().equals(account)) {
            throw new CannotAcquireLockException("the identity went to another account meanwhile");
        }
        return identity;
    }

    private Person welcome(Profile profile) {
        var now = clock.instant();
        var account = accounts.save(new Account(now)).id();
        var person = linked(identities.saveAndFlush(new Identity(account, profile, now)), profile);
        log.info("account {} made at a first sign-in with {}", person.accountId(), person.provider());
        return person;
    }

    private Person linked(Identity identity, Profile profile) {
        farewells.linked(identity.id(), profile.provider(), profile.app(), profile.subject(), profile.refreshToken());
        return identity.person();
    }
}
