package io.sarangbang.rooms.seat;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SeatStore extends Repository<Seat, UUID> {

    Seat save(Seat seat);

    Optional<Seat> findById(UUID id);

    List<Seat> findByIdIn(Collection<UUID> ids);

    List<Seat> findByStateIn(Collection<SeatState> states);

    List<Seat> findByRoomIdAndStateInOrderById(UUID roomId, Collection<SeatState> states);

    List<Seat> findByRoomIdAndAccountIdAndStateInOrderByIdDesc(
            UUID roomId, UUID accountId, Collection<SeatState> states);

    boolean existsByRoomIdAndAccountIdAndJoinedAtIsNotNull(UUID roomId, UUID accountId);

    int countByRoomIdAndState(UUID roomId, SeatState state);
}
