package io.sarangbang.rooms.room;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A place to meet. A deleted one stays as a tombstone: its code must never lead anywhere else, and the media server may
 * have to be told later that it is gone.
 */
@Entity
class Room {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private String code;
    private UUID ownerId;
    private String title;
    private int capacity;
    private int present;
    private Instant createdAt;
    private @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway") // Hibernate fills in what it reads
    protected Room() {}

    Room(RoomCode code, UUID ownerId, String title, int capacity, Instant now) {
        this.code = code.value();
        this.ownerId = ownerId;
        this.title = title;
        this.capacity = capacity;
        this.createdAt = now;
    }

    void rename(String newTitle) {
        title = newTitle;
    }

    /** Nobody is put out when a room gets smaller than the number of those in it; nobody else gets in. */
    void resize(int newCapacity) {
        capacity = newCapacity;
    }

    void presentIs(int people) {
        present = people;
    }

    void delete(Instant now) {
        deletedAt = now;
        title = "";
        present = 0;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    boolean isOwnedBy(UUID account) {
        return ownerId.equals(account);
    }

    RoomSnapshot snapshot() {
        return new RoomSnapshot(id(), code, ownerId, capacity, isDeleted());
    }

    RoomResponse shownTo(UUID account) {
        return new RoomResponse(code, title, capacity, ownerId, isOwnedBy(account), present, createdAt);
    }

    OwnRoom shownToItsOwner() {
        return isDeleted()
                ? new OwnRoom(code, null, null, createdAt, deletedAt)
                : new OwnRoom(code, title, capacity, createdAt, null);
    }

    String code() {
        return code;
    }

    UUID id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }
}
