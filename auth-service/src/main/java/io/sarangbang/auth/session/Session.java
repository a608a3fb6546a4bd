package io.sarangbang.auth.session;

import io.sarangbang.auth.account.Person;
import io.sarangbang.auth.visitor.Visitor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One sign-in on one device: a family of refresh tokens of which the newest counts. */
@Entity
@Table(name = "sessions")
class Session {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID accountId;
    private UUID identityId;
    private @Nullable String provider;
    private String device;
    private @Nullable String network;
    private Instant createdAt;
    private Instant authenticatedAt;
    private Instant lastUsedAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Ending revokedWhy;

    private @Nullable UUID replacedBy;

    @SuppressWarnings("NullAway.Init")
    protected Session() {}

    @SuppressWarnings("NullAway.Init")
    Session(Person person, Visitor visitor, Instant provenAt, Lifetimes lifetimes) {
        var now = lifetimes.now();
        this.accountId = person.accountId();
        this.identityId = person.identityId();
        this.provider = person.provider();
        this.device = visitor.device();
        this.network = visitor.network();
        this.createdAt = now;
        this.authenticatedAt = provenAt;
        this.lastUsedAt = now;
        this.expiresAt = lifetimes.absoluteEnd(now);
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    UUID identityId() {
        return identityId;
    }

    @Nullable
    String provider() {
        return provider;
    }

    /** Where it was used last. */
    Visitor lastVisitor() {
        return new Visitor(device, network);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }

    Instant authenticatedAt() {
        return authenticatedAt;
    }

    @Nullable
    Ending revokedWhy() {
        return revokedWhy;
    }

    /** When it ends unless it is used before; never after its absolute end. */
    Instant endsAt(SessionPolicy policy) {
        var idleEnd = lastUsedAt.plus(policy.idleLife());
        return idleEnd.isBefore(expiresAt) ? idleEnd : expiresAt;
    }

    boolean isLive(Instant now, SessionPolicy policy) {
        return revokedAt == null && now.isBefore(endsAt(policy));
    }

    void use(Visitor visitor, Instant now) {
        device = visitor.device();
        network = visitor.network();
        lastUsedAt = now;
    }

    @Nullable
    UUID replacedBy() {
        return replacedBy;
    }

    /** Ends it in favour of one whose person signed in once more. */
    void replaceBy(Session next, Instant now) {
        replacedBy = next.id;
        revoke(Ending.REPLACED, now);
    }

    LiveSession live() {
        return new LiveSession(id, accountId, identityId, authenticatedAt);
    }

    /** Ends it; the first reason stays. */
    void revoke(Ending why, Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            revokedWhy = why;
        }
    }

    AccountSession exported() {
        return new AccountSession(
                id,
                device,
                network,
                provider,
                createdAt,
                authenticatedAt,
                lastUsedAt,
                expiresAt,
                revokedAt,
                revokedWhy);
    }
}
