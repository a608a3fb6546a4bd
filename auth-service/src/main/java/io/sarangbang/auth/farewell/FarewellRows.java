package io.sarangbang.auth.farewell;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored farewells. */
interface FarewellRows extends Repository<Farewell, UUID> {

    Farewell save(Farewell farewell);

    List<Farewell> findByDueAtLessThanEqualOrderByDueAt(Instant now, Limit limit);

    boolean existsById(UUID id);

    /** Leaves it to nobody else until it is due again; of several replicas one succeeds. */
    @Transactional
    @Modifying
    @Query("""
            update Farewell f set f.dueAt = :again, f.attempts = f.attempts + 1
            where f.id = :id and f.attempts = :attempts and f.dueAt <= :now""")
    int claim(UUID id, int attempts, Instant now, Instant again);

    @Transactional
    @Modifying
    @Query("delete from Farewell f where f.id = :id")
    int end(UUID id);

    @Modifying
    @Query("delete from Farewell f where f.provider = :provider and f.providerApp = :app and f.subject = :subject")
    int delete(String provider, byte[] app, byte[] subject);

    long count();
}
