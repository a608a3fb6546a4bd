package io.sarangbang.auth.closing;

import io.sarangbang.auth.account.Turns;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ClosingController {

    private final Turns turns;
    private final Closing closing;

    ClosingController(Turns turns, Closing closing) {
        this.turns = turns;
        this.closing = closing;
    }

    @DeleteMapping("/internal/accounts/{accountId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable UUID accountId) {
        turns.take(() -> closing.close(accountId));
    }
}
