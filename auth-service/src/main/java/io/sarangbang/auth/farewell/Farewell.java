package io.sarangbang.auth.farewell;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** An identity that has ended here and of which the provider doesn't know yet. */
@Entity
@Table(name = "farewells")
class Farewell {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID identityId;
    private String provider;
    private byte[] providerApp;
    private byte[] subject;
    private byte @Nullable [] sealedToken;
    private Instant queuedAt;
    private Instant dueAt;
    private int attempts;

    @SuppressWarnings("NullAway.Init")
    protected Farewell() {}

    @SuppressWarnings("NullAway.Init")
    Farewell(
            UUID identityId,
            String provider,
            byte[] providerApp,
            byte[] subject,
            byte @Nullable [] sealedToken,
            Instant now) {
        this.identityId = identityId;
        this.provider = provider;
        this.providerApp = providerApp;
        this.subject = subject;
        this.sealedToken = sealedToken;
        this.queuedAt = now;
        this.dueAt = now;
    }

    UUID id() {
        return id;
    }

    UUID identityId() {
        return identityId;
    }

    String provider() {
        return provider;
    }

    String app() {
        return new String(providerApp, StandardCharsets.UTF_8);
    }

    String subject() {
        return new String(subject, StandardCharsets.UTF_8);
    }

    byte @Nullable [] sealedToken() {
        return sealedToken;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    int attempts() {
        return attempts;
    }
}
