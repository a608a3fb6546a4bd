package io.sarangbang.auth.session;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored sessions. */
interface SessionRows extends Repository<Session, UUID> {

    Session save(Session session);

    Optional<Session> findById(UUID id);

    /** Holds the session until the transaction ends; whatever changes a family of tokens takes this first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Session s where s.id = :id")
    Optional<Session> lock(UUID id);

    /** Holds all that go on; in the order of their ids, so that no two hold what the other waits for. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Session s where s.accountId = :accountId and s.revokedAt is null order by s.id")
    List<Session> lockAllOfAccount(UUID accountId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Session s where s.identityId = :identityId and s.revokedAt is null order by s.id")
    List<Session> lockAllOfIdentity(UUID identityId);

    @Query("""
            select s from Session s
            where s.accountId = :accountId and s.revokedAt is null and s.expiresAt > :now and s.lastUsedAt > :idleSince
            order by case when s.id = :first then 0 else 1 end, s.lastUsedAt desc, s.id desc
            """)
    List<Session> liveOf(UUID accountId, UUID first, Instant now, Instant idleSince, Limit limit);

    List<Session> findByAccountIdAndIdLessThanOrderByIdDesc(UUID accountId, UUID before, Limit limit);

    @Query("select s.id from Session s where s.revokedAt >= :since and s.id > :after order by s.id")
    List<UUID> revokedSince(Instant since, UUID after, Limit limit);

    @Modifying
    @Query("delete from Session s where s.expiresAt < :endedBy or s.revokedAt < :endedBy or s.lastUsedAt < :usedBy")
    int deleteEnded(Instant endedBy, Instant usedBy);

    long count();
}
