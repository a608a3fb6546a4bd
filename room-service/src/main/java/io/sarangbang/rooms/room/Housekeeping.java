package io.sarangbang.rooms.room;

import io.sarangbang.defaults.problem.ValidationFailed;
import io.sarangbang.rooms.people.ClosedAccounts;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What owners do with their rooms. */
@Service
class Housekeeping {

    private static final int TRIES = 5;

    private final RoomStore store;
    private final ApplicationEventPublisher events;
    private final ClosedAccounts closed;
    private final Clock clock;
    private final RoomSettings settings;

    Housekeeping(
            RoomStore store,
            ApplicationEventPublisher events,
            ClosedAccounts closed,
            Clock clock,
            RoomSettings settings) {
        this.store = store;
        this.events = events;
        this.closed = closed;
        this.clock = clock;
        this.settings = settings;
    }

    /** Not one transaction: after a code that is taken, the next try needs a fresh one. */
    RoomResponse open(UUID owner, RoomDraft draft) {
        var title = RoomTerms.title(draft.title());
        var capacity = RoomTerms.capacity(draft.capacity() == null ? RoomTerms.DEFAULT_CAPACITY : draft.capacity());
        closed.refuse(owner);
        refuseTooMany(owner);
        for (int left = TRIES; ; left--) {
            try {
                return store.saveAndFlush(new Room(RoomCode.random(), owner, title, capacity, clock.instant()))
                        .shownTo(owner);
            } catch (DataIntegrityViolationException e) {
                if (left <= 1) {
                    throw e;
                }
            }
        }
    }

    @Transactional(readOnly = true)
    public RoomPageResponse ownedBy(UUID owner, int limit, @Nullable String before) {
        var oneMore = Limit.of(limit + 1);
        var found = before == null
                ? store.newestOf(owner, oneMore)
                : store.newestOfBefore(owner, idOfOwn(owner, before), oneMore);
        var page = found.stream().limit(limit).map(it -> it.shownTo(owner)).toList();
        return new RoomPageResponse(page, found.size() > limit);
    }

    @Transactional(readOnly = true)
    public RoomResponse show(String code, UUID account) {
        return RoomCode.read(code)
                .flatMap(it -> store.findByCode(it.value()))
                .filter(it -> !it.isDeleted())
                .orElseThrow(RoomNotFound::new)
                .shownTo(account);
    }

    @Transactional
    public RoomResponse change(String code, UUID account, RoomDraft draft) {
        var room = ownRoom(code, account);
        if (draft.title() != null) {
            room.rename(RoomTerms.title(draft.title()));
        }
        if (draft.capacity() != null) {
            room.resize(RoomTerms.capacity(draft.capacity()));
        }
        return room.shownTo(account);
    }

    /** The id of what was deleted. */
    @Transactional
    public UUID delete(String code, UUID account) {
        var room = ownRoom(code, account);
        events.publishEvent(new RoomDeleted(room.id()));
        room.delete(clock.instant());
        return room.id();
    }

    /** Not to the room: requests at the same moment may exceed the limit by a few, which harms nobody. */
    private void refuseTooMany(UUID owner) {
        if (store.countByOwnerIdAndDeletedAtIsNull(owner) >= settings.perOwner()) {
            throw new TooManyRooms(settings.perOwner());
        }
    }

    private Room ownRoom(String code, UUID account) {
        var room = RoomCode.read(code)
                .flatMap(it -> store.lockByCode(it.value()))
                .filter(it -> !it.isDeleted())
                .orElseThrow(RoomNotFound::new);
        if (!room.isOwnedBy(account)) {
            throw new NotRoomOwner();
        }
        return room;
    }

    /** A room that was deleted since the page before still marks the place to go on from. */
    private UUID idOfOwn(UUID owner, String code) {
        return RoomCode.read(code)
                .flatMap(it -> store.findByCode(it.value()))
                .filter(it -> it.isOwnedBy(owner))
                .map(Room::id)
                .orElseThrow(() -> new ValidationFailed("before", "is not the code of a room of yours"));
    }
}
