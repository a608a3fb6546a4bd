package io.sarangbang.rooms.chat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

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
}
