package io.sarangbang.users.deletion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Transactional;

interface StepStore extends Repository<Step, UUID> {

    void saveAll(Iterable<Step> steps);

    boolean existsByAccountId(UUID accountId);

    @Query("select s from Step s where s.holder = :holder and s.dueAt <= :now order by s.dueAt")
    List<Step> due(@Param("holder") Holder holder, @Param("now") Instant now, Limit limit);

    /** Of all who saw the step with this many attempts, one takes it up, and has it to itself until the given time. */
    @Transactional
    @Modifying
    @Query("""
            update Step s set s.attempts = s.attempts + 1, s.dueAt = :until
            where s.id = :id and s.attempts = :attempts""")
    int claim(@Param("id") UUID id, @Param("attempts") int attempts, @Param("until") Instant until);

    /** Only by whoever took it up last; for others it goes on as it is. */
    @Transactional
    @Modifying
    @Query("update Step s set s.dueAt = :dueAt where s.id = :id and s.attempts = :attempts")
    int postpone(@Param("id") UUID id, @Param("attempts") int attempts, @Param("dueAt") Instant dueAt);

    @Transactional
    @Modifying
    @Query("delete from Step s where s.id = :id")
    int remove(@Param("id") UUID id);
}
