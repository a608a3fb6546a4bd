package io.sarangbang.rooms.seat;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

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

    List<Seat> findByAccountIdAndStateIn(UUID accountId, Collection<SeatState> states);

    List<Seat> findByAccountIdAndLeftBecauseAndConnectionIdIsNotNull(UUID accountId, Departure leftBecause);

    /** Of ended seats, those that nothing has to be done about any more; how many it were. JPQL knows no bound. */
    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = """
            delete from seat where account_id = :account and state = 'LEFT'
            and (left_because <> 'ACCOUNT_CLOSED' or connection_id is null) limit :most""")
    int deleteSomeSettledOf(UUID account, int most);

    @Modifying
    @Transactional
    @Query("delete from Seat s where s.id = :id")
    void delete(UUID id);

    @Query("select s from Seat s where s.accountId = :account and s.id > :after order by s.id")
    List<Seat> oldestOf(UUID account, UUID after, Limit limit);
}
