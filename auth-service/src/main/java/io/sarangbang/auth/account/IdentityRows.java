package io.sarangbang.auth.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored identities. */
interface IdentityRows extends Repository<Identity, UUID> {

    Optional<Identity> findByProviderAndProviderAppAndSubject(String provider, String providerApp, String subject);

    Optional<Identity> findById(UUID id);

    /** Holds the identity until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Identity i where i.id = :id")
    Optional<Identity> lock(UUID id);

    /** Holds all of an account's identities until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Identity i where i.accountId = :accountId order by i.id")
    List<Identity> lockAllOf(UUID accountId);

    Identity save(Identity identity);
}
