package io.sarangbang.auth.token;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored key pairs. */
interface SigningKeys extends Repository<SigningKey, String> {

    List<SigningKey> findAllByOrderBySignsFromAscKidAsc();

    /** Holds the turn to change the keys until the transaction ends. */
    @Query(value = "select id from signing_key_turns where id = 1 for update", nativeQuery = true)
    int lockTurn();

    SigningKey save(SigningKey key);

    void delete(SigningKey key);
}
