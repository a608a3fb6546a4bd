package io.sarangbang.users.deletion;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface DeletionStore extends Repository<Deletion, UUID> {

    Deletion saveAndFlush(Deletion deletion);

    Optional<Deletion> findById(UUID accountId);

    boolean existsById(UUID accountId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Deletion d where d.accountId = :accountId")
    Optional<Deletion> lock(@Param("accountId") UUID accountId);
}
