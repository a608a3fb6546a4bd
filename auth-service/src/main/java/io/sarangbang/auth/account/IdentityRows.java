package io.sarangbang.auth.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored identities. */
interface IdentityRows extends Repository<Identity, UUID> {

    Optional<Identity> findByProviderAndProviderAppAndSubject(String provider, String providerApp, String subject);

    /** Holds the identity until the transaction ends: it can't be taken away while somebody comes in by it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Identity i where i.provider = :provider and i.providerApp = :app and i.subject = :subject")
    Optional<Identity> lock(String provider, String app, String subject);

    Optional<Identity> findById(UUID id);

    Optional<Identity> findFirstByAccountIdAndDisconnectedAtIsNullOrderBySeenAtDesc(UUID accountId);

    List<Identity> findByAccountId(UUID accountId);

    boolean existsByAccountIdAndProvider(UUID accountId, String provider);

    /** Holds the identity until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Identity i where i.id = :id")
    Optional<Identity> lock(UUID id);

    /** Holds all of an account's identities until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Identity i where i.accountId = :accountId order by i.id")
    List<Identity> lockAllOf(UUID accountId);

    @Query("""
            select i.accountId from Identity i
            where i.provider = :provider and i.providerApp = :providerApp and i.subject = :subject""")
    Optional<UUID> accountOf(String provider, String providerApp, String subject);

    /** Only where nothing else opens the account: it is about to be deleted. */
    @Query("""
            select i.accountId from Identity i where i.disconnectedAt < :before and not exists
            (select 1 from Identity other where other.accountId = i.accountId and other.disconnectedAt is null)
            order by i.disconnectedAt""")
    List<UUID> accountsAsleep(Instant before, Limit limit);

    Identity save(Identity identity);

    Identity saveAndFlush(Identity identity);

    void delete(Identity identity);
}
