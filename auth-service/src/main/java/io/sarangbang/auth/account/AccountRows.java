package io.sarangbang.auth.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored accounts. */
interface AccountRows extends Repository<Account, UUID> {

    Account save(Account account);

    /** Holds the account until the transaction ends; whoever changes which identities open it takes this first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lock(UUID id);

    @Query("select a.createdAt from Account a where a.id = :id and a.closedAt is null")
    Optional<Instant> createdAt(UUID id);

    /** As long as sessions and keys of theirs are kept, for gateways to hear of their ends, so are they. */
    @Modifying
    @Query("""
            delete from Account a where a.closedAt < :before
            and not exists (select 1 from Session s where s.accountId = a.id)
            and not exists (select 1 from ApiKey k where k.accountId = a.id)""")
    int deleteClosed(Instant before);

    long count();
}
