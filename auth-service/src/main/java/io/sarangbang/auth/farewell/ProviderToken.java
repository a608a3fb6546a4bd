package io.sarangbang.auth.farewell;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A provider's refresh token, sealed; the database deletes it with its identity. */
@Entity
@Table(name = "provider_tokens")
class ProviderToken {

    @Id
    private UUID identityId;

    private byte[] sealed;
    private Instant keptAt;

    @SuppressWarnings("NullAway.Init")
    protected ProviderToken() {}

    ProviderToken(UUID identityId, byte[] sealed, Instant keptAt) {
        this.identityId = identityId;
        this.sealed = sealed;
        this.keptAt = keptAt;
    }

    byte[] sealed() {
        return sealed;
    }
}
