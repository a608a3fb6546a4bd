package io.sarangbang.users.profile;

import io.sarangbang.defaults.token.Caller;
import io.sarangbang.users.deletion.AccountDeleted;
import io.sarangbang.users.deletion.AccountErased;
import io.sarangbang.users.deletion.Tombstones;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Everybody's profile. */
@Service
public class Profiles {

    private static final int ATTEMPTS = 10;

    private final ProfileStore store;
    private final Tombstones tombstones;
    private final Clock clock;

    Profiles(ProfileStore store, Tombstones tombstones, Clock clock) {
        this.store = store;
        this.tombstones = tombstones;
        this.clock = clock;
    }

    /** The caller's own as they see it, made at first contact. */
    public ProfileResponse ownOf(Caller caller) {
        return ProfileResponse.of(of(caller));
    }

    private Profile of(Caller caller) {
        return store.findById(caller.accountId()).orElseGet(() -> first(caller));
    }

    ProfileResponse change(Caller caller, ProfileChange change) {
        var profile = of(caller);
        if (change.isEmpty()) {
            return ProfileResponse.of(profile);
        }
        var name = change.displayName();
        var locale = change.locale();
        store.change(
                profile.getId(),
                name == null ? null : name.text(),
                locale == null ? null : locale.code(),
                clock.instant());
        return ownOf(caller);
    }

    /** Those known among the ids, in the order of the ids. */
    List<Profile> known(Collection<UUID> ids) {
        var found = store.findAllById(ids).stream().collect(Collectors.toMap(Profile::getId, Function.identity()));
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    @EventListener
    void erase(AccountErased event) {
        erase(event.accountId());
    }

    private void erase(UUID account) {
        untilGranted(() -> store.erase(account));
    }

    private Profile first(Caller caller) {
        var profile = stored(caller);
        refuseDeleted(caller.accountId());
        return profile;
    }

    /**
     * Asks after the profile is stored: a deletion that can't be seen now was asked for later, and takes this profile along.
     */
    private void refuseDeleted(UUID account) {
        try {
            tombstones.refuse(account);
        } catch (AccountDeleted e) {
            erase(account);
            throw e;
        }
    }

    /** Not in a transaction with the look before: whoever loses the race has to see what the winner wrote. */
    private Profile stored(Caller caller) {
        var id = caller.accountId();
        var name = DisplayName.told(caller.nickname(), id);
        var picture = PictureUrl.told(caller.picture());
        try {
            return untilGranted(() -> store.saveAndFlush(new Profile(id, name, picture, clock.instant())));
        } catch (DataIntegrityViolationException lostTheRace) {
            return store.findById(id).orElseThrow(() -> {
                tombstones.refuse(id); // the winner's is gone already
                return lostTheRace;
            });
        }
    }

    /** MySQL ends one of those who wait for each other, as several first contacts and a deletion do, and asks it to try again. */
    private static <T> T untilGranted(Supplier<T> change) {
        for (var attempt = 1; ; attempt++) {
            try {
                return change.get();
            } catch (PessimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
