package io.sarangbang.auth.apikey;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A key as it is stored, without the key itself. Changed by queries alone, so that a use never undoes a revocation. */
@Entity
@Table(name = "api_keys")
class ApiKey {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID accountId;
    private byte[] hash;
    private String hint;
    private String name;
    private String scopes;
    private Instant createdAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    @SuppressWarnings("NullAway.Init")
    ApiKey(UUID accountId, KeySecret secret, KeyTerms terms, Instant now) {
        this.accountId = accountId;
        this.hash = secret.hash();
        this.hint = secret.hint();
        this.name = terms.name();
        this.scopes = Scope.joined(terms.scopes());
        this.createdAt = now;
        this.expiresAt = terms.life().map(now::plus).orElse(null);
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    String hint() {
        return "sbk_…" + hint;
    }

    String name() {
        return name;
    }

    String scopes() {
        return scopes;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    boolean isLive(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    boolean wasUsedSince(Instant then) {
        return lastUsedAt != null && !lastUsedAt.isBefore(then);
    }

    AccountKey exported() {
        return new AccountKey(id, name, hint(), Scope.split(scopes), createdAt, expiresAt, lastUsedAt, revokedAt);
    }
}
