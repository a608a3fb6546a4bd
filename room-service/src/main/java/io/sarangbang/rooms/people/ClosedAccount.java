package io.sarangbang.rooms.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** An account that is being forgotten. */
@Entity
class ClosedAccount {

    @Id
    private UUID accountId;

    private Instant closedAt;

    @SuppressWarnings("NullAway") // Hibernate fills in what it reads
    protected ClosedAccount() {}

    ClosedAccount(UUID accountId, Instant closedAt) {
        this.accountId = accountId;
        this.closedAt = closedAt;
    }

    UUID accountId() {
        return accountId;
    }
}
