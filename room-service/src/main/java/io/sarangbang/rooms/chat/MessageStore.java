package io.sarangbang.rooms.chat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface MessageStore extends Repository<Message, UUID> {

    Message save(Message message);

    Optional<Message> findByRoomIdAndAccountIdAndClientId(UUID roomId, UUID accountId, byte[] clientId);

    @Query("select m from Message m where m.roomId = :room order by m.id desc")
    List<Message> newest(UUID room, Limit limit);

    @Query("select m from Message m where m.roomId = :room and m.id < :before order by m.id desc")
    List<Message> newestBefore(UUID room, UUID before, Limit limit);

    @Modifying
    @Query("delete from Message m where m.roomId = :room")
    void deleteAllOf(UUID room);

    /** How many it were; in the databases' own words, for JPQL knows no bound. */
    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = "delete from message where account_id = :account limit :most")
    int deleteSomeBy(UUID account, int most);

    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = "delete from message where room_id = :room limit :most")
    int deleteSomeIn(UUID room, int most);

    @Query("select m from Message m where m.accountId = :account and m.id > :after order by m.id")
    List<Message> oldestOf(UUID account, UUID after, Limit limit);
}
