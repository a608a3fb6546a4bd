package io.sarangbang.auth.token;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** A key pair as it is stored: the private half sealed with a key that the database never sees. */
@Entity
@Table(name = "signing_keys")
class SigningKey implements Persistable<String> {

    @Id
    private String kid;

    private byte[] publicKey;
    private byte[] privateKey;
    private Instant createdAt;
    private Instant signsFrom;

    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init")
    protected SigningKey() {}

    SigningKey(String kid, byte[] publicKey, byte[] sealedPrivateKey, Instant createdAt, Instant signsFrom) {
        this.kid = kid;
        this.publicKey = publicKey;
        this.privateKey = sealedPrivateKey;
        this.createdAt = createdAt;
        this.signsFrom = signsFrom;
    }

    String kid() {
        return kid;
    }

    byte[] publicKey() {
        return publicKey;
    }

    byte[] sealedPrivateKey() {
        return privateKey;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant signsFrom() {
        return signsFrom;
    }

    @Override
    public String getId() {
        return kid;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void isStored() {
        stored = true;
    }
}
