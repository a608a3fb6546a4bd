package io.sarangbang.rooms.seat;

import io.sarangbang.defaults.token.Caller;
import io.sarangbang.rooms.room.Rooms;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/rooms/{code}/seats")
class SeatController {

    private final Joining joining;
    private final Seating seating;
    private final Rooms rooms;
    private final JoinMeters meters;

    SeatController(Joining joining, Seating seating, Rooms rooms, JoinMeters meters) {
        this.joining = joining;
        this.seating = seating;
        this.rooms = rooms;
        this.meters = meters;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TicketResponse join(@AuthenticationPrincipal Caller caller, @PathVariable String code) {
        return meters.count(() -> joining.join(code, caller));
    }

    @GetMapping
    SeatResponse.All present(@PathVariable String code) {
        return new SeatResponse.All(
                seating.present(rooms.find(code)).stream().map(SeatResponse::of).toList());
    }

    @DeleteMapping("/{seatId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@AuthenticationPrincipal Caller caller, @PathVariable String code, @PathVariable UUID seatId) {
        joining.leave(code, seatId, caller.accountId());
    }
}
