package io.sarangbang.users.profile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Transactional;

interface ProfileStore extends JpaRepository<Profile, UUID> {

    /** One statement that touches only what is given, so that two who change different members don't undo each other. */
    @Transactional
    @Modifying
    @Query("""
            update Profile p
            set p.displayName = coalesce(:displayName, p.displayName),
                p.locale = coalesce(:locale, p.locale),
                p.updatedAt = :now
            where p.id = :id""")
    int change(
            @Param("id") UUID id,
            @Param("displayName") @Nullable String displayName,
            @Param("locale") @Nullable String locale,
            @Param("now") Instant now);

    /** By a statement of its own: that it is gone already is no failure. */
    @Transactional
    @Modifying
    @Query("delete from Profile p where p.id = :id")
    int erase(@Param("id") UUID id);
}
