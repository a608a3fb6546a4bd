package io.sarangbang.rooms.chat;

import io.sarangbang.defaults.token.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/rooms/{code}/messages")
class ChatController {

    private final Chat chat;

    ChatController(Chat chat) {
        this.chat = chat;
    }

    @GetMapping
    MessageResponse.Page history(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String code,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable UUID before) {
        return chat.history(code, caller.accountId(), limit, before);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MessageResponse send(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, @RequestBody Draft.SendRequest request) {
        return chat.send(code, caller.accountId(), Draft.of(request));
    }
}
