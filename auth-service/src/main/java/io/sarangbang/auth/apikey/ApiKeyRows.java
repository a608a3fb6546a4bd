package io.sarangbang.auth.apikey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored keys. */
interface ApiKeyRows extends Repository<ApiKey, UUID> {

    ApiKey save(ApiKey key);

    Optional<ApiKey> findByHash(byte[] hash);

    Optional<ApiKey> findByIdAndAccountId(UUID id, UUID accountId);

    /** Those not revoked, newest first; among them the expired, until they are purged, so that nobody wonders. */
    List<ApiKey> findByAccountIdAndRevokedAtIsNullOrderByCreatedAtDescIdDesc(UUID accountId);

    List<ApiKey> findByAccountIdAndIdLessThanOrderByIdDesc(UUID accountId, UUID before, Limit limit);

    @Query("select count(k) from ApiKey k where k.accountId = :accountId and k.revokedAt is null"
            + " and (k.expiresAt is null or k.expiresAt > :now)")
    int countLive(UUID accountId, Instant now);

    @Modifying
    @Query("update ApiKey k set k.revokedAt = :now where k.id = :id and k.revokedAt is null")
    int revoke(UUID id, Instant now);

    @Modifying
    @Query("update ApiKey k set k.revokedAt = :now where k.accountId = :accountId and k.revokedAt is null")
    int revokeAll(UUID accountId, Instant now);

    @Modifying
    @Query("update ApiKey k set k.lastUsedAt = :now where k.id = :id"
            + " and (k.lastUsedAt is null or k.lastUsedAt < :staleSince)")
    void use(UUID id, Instant now, Instant staleSince);

    /** Also those of accounts that fell asleep: their keys do with them. */
    @Query("""
            select k.id from ApiKey k where k.id > :after and (k.revokedAt >= :since
            or k.accountId in (select i.accountId from Identity i where i.disconnectedAt >= :since)) order by k.id""")
    List<UUID> revokedSince(Instant since, UUID after, Limit limit);

    @Modifying
    @Query("delete from ApiKey k where k.revokedAt < :endedBy or k.expiresAt < :endedBy")
    int deleteEnded(Instant endedBy);
}
