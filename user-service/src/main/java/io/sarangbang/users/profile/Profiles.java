package io.sarangbang.users.profile;

import io.sarangbang.defaults.token.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Everybody's profile. */
@Service
class Profiles {

    private final ProfileStore store;
    private final Clock clock;

    Profiles(ProfileStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The caller's own, made at first contact. */
    Profile of(Caller caller) {
        return store.findById(caller.accountId()).orElseGet(() -> first(caller));
    }

    Profile change(Caller caller, ProfileChange change) {
        var profile = of(caller);
        if (change.isEmpty()) {
            return profile;
        }
        var name = change.displayName();
        var locale = change.locale();
        store.change(profile.getId(), name == null ? null : name.text(), locale == null ? null : locale.code(), now());
        return store.findById(profile.getId()).orElseThrow();
    }

    /** Those known among the ids, in the order of the ids. */
    List<Profile> known(Collection<UUID> ids) {
        var found = store.findAllById(ids).stream().collect(Collectors.toMap(Profile::getId, Function.identity()));
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Not in a transaction with the look before: whoever loses the race has to see what the winner wrote. */
    private Profile first(Caller caller) {
        var id = caller.accountId();
        var name = DisplayName.told(caller.nickname(), id);
        try {
            return store.saveAndFlush(new Profile(id, name, PictureUrl.told(caller.picture()), now()));
        } catch (DataIntegrityViolationException lostTheRace) {
            return store.findById(id).orElseThrow(() -> lostTheRace);
        }
    }

    /** As precise as the column, so that the first answer and the next say the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
