package io.sarangbang.rooms.room;

import io.sarangbang.defaults.token.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/rooms")
class RoomController {

    private final Housekeeping housekeeping;
    private final Closing closing;

    RoomController(Housekeeping housekeeping, Closing closing) {
        this.housekeeping = housekeeping;
        this.closing = closing;
    }

    @PostMapping
    ResponseEntity<RoomResponse> create(@AuthenticationPrincipal Caller caller, @RequestBody RoomDraft draft) {
        var room = housekeeping.open(caller.accountId(), draft);
        return ResponseEntity.created(URI.create("/api/rooms/" + room.code())).body(room);
    }

    @GetMapping
    RoomPageResponse mine(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String before) {
        return housekeeping.ownedBy(caller.accountId(), limit, before);
    }

    @GetMapping("/{code}")
    RoomResponse show(@AuthenticationPrincipal Caller caller, @PathVariable String code) {
        return housekeeping.show(code, caller.accountId());
    }

    @PatchMapping("/{code}")
    RoomResponse change(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, @RequestBody RoomDraft draft) {
        return housekeeping.change(code, caller.accountId(), draft);
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Caller caller, @PathVariable String code) {
        closing.close(code, caller.accountId());
    }
}
