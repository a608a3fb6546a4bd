package io.sarangbang.rooms.people;

import io.sarangbang.defaults.problem.NotSignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Accounts of which nothing new may begin here. Their access tokens hold for some minutes yet, and a browser that is put out
 * of a call comes back at once by itself: whoever writes something of a person's asks here first.
 */
@Service
public class ClosedAccounts {

    private final ClosedAccountStore store;
    private final Clock clock;

    ClosedAccounts(ClosedAccountStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public boolean include(UUID account) {
        return store.existsById(account);
    }

    /** @throws NotSignedIn when the account is closed: no token of its holds any more */
    public void refuse(UUID account) {
        if (include(account)) {
            throw new NotSignedIn("This account is being deleted.");
        }
    }

    void add(UUID account) {
        if (include(account)) {
            return;
        }
        try {
            store.saveAndFlush(new ClosedAccount(account, clock.instant()));
        } catch (DataIntegrityViolationException e) {
            if (!include(account)) { // else it was closed by another call at the same moment
                throw e;
            }
        }
    }

    List<UUID> all() {
        return store.findAll().stream().map(ClosedAccount::accountId).toList();
    }

    /** Lets go of the account where it was closed that long ago. */
    void release(UUID account, Instant closedBefore) {
        store.delete(account, closedBefore);
    }
}
