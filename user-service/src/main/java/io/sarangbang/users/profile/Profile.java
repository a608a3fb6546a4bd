package io.sarangbang.users.profile;

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

/** A person as the others see them; its id is the account's. */
@Entity
@Table(name = "profiles")
class Profile implements Persistable<UUID> {

    @Id
    private UUID id;

    private String displayName;
    private @Nullable String pictureUrl;
    private String locale;
    private Instant createdAt;
    private Instant updatedAt;

    /** Known ids would make Spring Data look before it inserts; the race is decided by the primary key instead. */
    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init")
    protected Profile() {}

    Profile(UUID id, DisplayName name, @Nullable String pictureUrl, Instant now) {
        this.id = id;
        this.displayName = name.text();
        this.pictureUrl = pictureUrl;
        this.locale = Language.KO.code();
        this.createdAt = now;
        this.updatedAt = now;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    String displayName() {
        return displayName;
    }

    @Nullable
    String pictureUrl() {
        return pictureUrl;
    }

    String locale() {
        return locale;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        stored = true;
    }
}
