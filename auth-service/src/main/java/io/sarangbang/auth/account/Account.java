package io.sarangbang.auth.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Somebody who may sign in; everything about them beyond that is user-service's. */
@Entity
@Table(name = "accounts")
class Account {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private Instant createdAt;
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    @SuppressWarnings("NullAway.Init")
    Account(Instant createdAt) {
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    Instant createdAt() {
        return createdAt;
    }

    void close(Instant now) {
        closedAt = now;
    }
}
