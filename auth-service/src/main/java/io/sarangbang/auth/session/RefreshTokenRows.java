package io.sarangbang.auth.session;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored refresh tokens. */
interface RefreshTokenRows extends Repository<RefreshToken, UUID> {

    RefreshToken save(RefreshToken token);

    Optional<RefreshToken> findByHash(byte[] hash);

    @Query("select t.sessionId from RefreshToken t where t.hash = :hash")
    Optional<UUID> sessionOf(byte[] hash);

    long count();
}
