package io.sarangbang.auth.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored events. */
interface AuditRows extends Repository<AuditRow, UUID> {

    AuditRow save(AuditRow row);

    List<AuditRow> findByAccountIdOrderByIdDesc(UUID accountId, Limit limit);

    List<AuditRow> findByAccountIdAndIdLessThanOrderByIdDesc(UUID accountId, UUID before, Limit limit);

    @Modifying
    @Query("delete from AuditRow r where r.happenedAt < :before")
    int deleteOlder(Instant before);

    @Query("select distinct r.accountId from AuditRow r where r.kind = :kind and r.happenedAt < :before")
    List<UUID> accountsWith(EventKind kind, Instant before, Limit limit);

    @Modifying
    @Query("delete from AuditRow r where r.accountId in :accountIds")
    int deleteOf(Collection<UUID> accountIds);
}
