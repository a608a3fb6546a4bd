package io.sarangbang.users.deletion;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** An account that is being deleted, and for good the tombstone of one that was. */
@Entity
@Table(name = "deletions")
class Deletion implements Persistable<UUID> {

    @Id
    private UUID accountId;

    private Instant requestedAt;
    private @Nullable Instant completedAt;

    /** Who asks twice at once is told apart by the primary key, not by a look before the insert. */
    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init")
    protected Deletion() {}

    Deletion(UUID accountId, Instant requestedAt) {
        this.accountId = accountId;
        this.requestedAt = requestedAt;
    }

    @Override
    public UUID getId() {
        return accountId;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    @Nullable
    Instant completedAt() {
        return completedAt;
    }

    void complete(Instant now) {
        completedAt = now;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        stored = true;
    }
}
