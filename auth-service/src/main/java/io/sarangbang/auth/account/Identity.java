package io.sarangbang.auth.account;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A person as a provider knows them; opens one account. */
@Entity
@Table(name = "identities")
class Identity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID accountId;
    private String provider;

    @Convert(converter = ExactText.class)
    private String providerApp;

    @Convert(converter = ExactText.class)
    private String subject;

    private @Nullable String nickname;
    private @Nullable String picture;
    private Instant createdAt;
    private Instant seenAt;
    private @Nullable Instant disconnectedAt;

    @SuppressWarnings("NullAway.Init")
    protected Identity() {}

    @SuppressWarnings("NullAway.Init")
    Identity(UUID accountId, Profile profile, Instant now) {
        this.accountId = accountId;
        this.provider = profile.provider();
        this.providerApp = profile.app();
        this.subject = profile.subject();
        this.createdAt = now;
        see(profile, now);
    }

    /** Takes over what the provider tells at this sign-in. */
    final void see(Profile profile, Instant now) {
        this.nickname = profile.nickname();
        this.picture = profile.picture();
        this.seenAt = now;
        this.disconnectedAt = null;
    }

    /** The person withdrew at the provider. Whoever signs in with it again has it back. */
    void disconnect(Instant now) {
        this.disconnectedAt = now;
    }

    boolean is(String provider, String app, String subject) {
        return this.provider.equals(provider) && providerApp.equals(app) && this.subject.equals(subject);
    }

    boolean isConnected() {
        return disconnectedAt == null;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    LinkedIdentity linked() {
        return new LinkedIdentity(id, provider, nickname, createdAt, seenAt);
    }

    Person person() {
        return new Person(accountId, id, provider, nickname, picture);
    }

    Profile profile() {
        return new Profile(provider, providerApp, subject, nickname, picture);
    }

    AccountIdentity exported() {
        return new AccountIdentity(id, provider, subject, nickname, picture, createdAt, seenAt, disconnectedAt);
    }
}
