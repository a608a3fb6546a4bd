package io.sarangbang.rooms.room;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface RoomStore extends Repository<Room, UUID> {

    Room saveAndFlush(Room room);

    Optional<Room> findByCode(String code);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Room r where r.code = :code")
    Optional<Room> lockByCode(String code);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Room r where r.id = :id")
    Optional<Room> lockById(UUID id);

    int countByOwnerIdAndDeletedAtIsNull(UUID ownerId);

    List<Room> findByIdIn(Collection<UUID> ids);

    @Query("select r from Room r where r.ownerId = :owner and r.deletedAt is null order by r.id desc")
    List<Room> newestOf(UUID owner, Limit limit);

    @Query(
            "select r from Room r where r.ownerId = :owner and r.deletedAt is null and r.id < :before order by r.id desc")
    List<Room> newestOfBefore(UUID owner, UUID before, Limit limit);

    @Query("select r.id from Room r where r.ownerId = :owner and r.deletedAt is not null")
    List<UUID> deletedOf(UUID owner);

    @Modifying
    @Transactional
    @Query("update Room r set r.ownerId = :nobody where r.id in :ids")
    void giveTo(UUID nobody, Collection<UUID> ids);

    @Query("select r from Room r where r.ownerId = :owner and r.id > :after order by r.id")
    List<Room> oldestOf(UUID owner, UUID after, Limit limit);
}
