package io.sarangbang.rooms.people;

import io.sarangbang.defaults.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Forgets people. That somebody is to be forgotten is written down first: what this call can't finish, a repeated one or the
 * schedule does, and nothing of theirs begins meanwhile.
 */
@Service
class Farewells {

    private static final Logger log = LoggerFactory.getLogger(Farewells.class);

    private final ClosedAccounts accounts;
    private final List<Belongings> belongings;
    private final FarewellSettings settings;
    private final Clock clock;

    Farewells(ClosedAccounts accounts, List<Belongings> belongings, FarewellSettings settings, Clock clock) {
        this.accounts = accounts;
        this.belongings = belongings;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws Problem that says why not everything is forgotten yet */
    void bid(UUID account) {
        accounts.add(account);
        forget(account);
    }

    /** Again for everybody whose tokens may have been in use since, or who could not be forgotten altogether. */
    void goOn() {
        for (var account : accounts.all()) {
            var before = clock.instant().minus(settings.watch());
            try {
                forget(account);
                accounts.release(account, before);
            } catch (RuntimeException unfinished) { // whatever it is, the others must not wait for it
                log.warn("not everything of a closed account is forgotten yet: {}", unfinished.getMessage());
            }
        }
    }

    /**
     * What stands in the way of one thing holds up no other; but once time is up nothing later is begun, because rooms are given
     * up only when nothing in them is left to be found by them.
     */
    private void forget(UUID account) {
        var patience = Patience.of(settings.patience());
        Problem first = null;
        for (var each : belongings) {
            if (patience.isExhausted()) {
                break;
            }
            var unfinished = forget(each, account, patience);
            first = first == null ? unfinished : first;
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable Problem forget(Belongings some, UUID account, Patience patience) {
        try {
            some.forget(account, patience);
            return null;
        } catch (Problem unfinished) {
            return unfinished;
        }
    }
}
