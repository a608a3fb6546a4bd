package io.sarangbang.auth.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A refresh token as it is stored: by its hash, which opens nothing. */
@Entity
@Table(name = "refresh_tokens")
class RefreshToken {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID sessionId;
    private byte[] hash;
    private byte[] salt;
    private Instant createdAt;
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init")
    protected RefreshToken() {}

    @SuppressWarnings("NullAway.Init")
    RefreshToken(UUID sessionId, byte[] hash, byte[] salt, Instant now) {
        this.sessionId = sessionId;
        this.hash = hash;
        this.salt = salt;
        this.createdAt = now;
    }

    byte[] salt() {
        return salt;
    }

    boolean isUsed() {
        return usedAt != null;
    }

    boolean wasUsedWithin(Duration grace, Instant now) {
        return usedAt != null && !now.isAfter(usedAt.plus(grace));
    }

    void use(Instant now) {
        usedAt = now;
    }
}
