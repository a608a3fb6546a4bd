package io.sarangbang.auth.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The notices that were not read yet. */
interface NoticeRows extends Repository<Notice, UUID> {

    Notice save(Notice notice);

    List<Notice> findByAccountIdOrderByIdDesc(UUID accountId, Limit limit);

    @Modifying
    @Query("delete from Notice n where n.id = :id and n.accountId = :accountId")
    int delete(UUID id, UUID accountId);

    @Modifying
    @Query("delete from Notice n where n.accountId = :accountId")
    int deleteOf(UUID accountId);

    @Modifying
    @Query("delete from Notice n where n.happenedAt < :before")
    int deleteOlder(Instant before);
}
