package io.sarangbang.rooms.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface ClosedAccountStore extends Repository<ClosedAccount, UUID> {

    ClosedAccount saveAndFlush(ClosedAccount account);

    boolean existsById(UUID account);

    List<ClosedAccount> findAll();

    @Modifying
    @Transactional
    @Query("delete from ClosedAccount a where a.accountId = :account and a.closedAt < :before")
    void delete(UUID account, Instant before);
}
