package io.sarangbang.rooms.meeting;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface MeetingStore extends Repository<Meeting, UUID> {

    Meeting save(Meeting meeting);

    List<Meeting> findByRoomIdAndEndedAtIsNull(UUID roomId);
}
