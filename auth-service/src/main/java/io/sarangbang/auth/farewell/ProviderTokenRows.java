package io.sarangbang.auth.farewell;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The tokens that are kept. */
interface ProviderTokenRows extends Repository<ProviderToken, UUID> {

    ProviderToken save(ProviderToken token);

    Optional<ProviderToken> findById(UUID identityId);

    @Modifying
    @Query("delete from ProviderToken t where t.identityId = :identityId")
    int deleteById(UUID identityId);

    long count();
}
