package io.sarangbang.users.deletion;

import io.sarangbang.defaults.security.FreshSignIn;
import io.sarangbang.defaults.token.Caller;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeletionController {

    private final Deletions deletions;
    private final DeletionWorker worker;
    private final FreshSignIn freshSignIn;

    DeletionController(Deletions deletions, DeletionWorker worker, FreshSignIn freshSignIn) {
        this.deletions = deletions;
        this.worker = worker;
        this.freshSignIn = freshSignIn;
    }

    @DeleteMapping(path = "/api/users/me", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeletionResponse deleteMe(@AuthenticationPrincipal Caller caller) {
        freshSignIn.require(caller);
        return begin(caller.accountId());
    }

    /** For auth-service, which finds accounts that nobody can open any more. */
    @PostMapping(
            path = "/internal/deletions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeletionResponse delete(@RequestBody DeletionRequest request) {
        return begin(request.account());
    }

    /** Waits for nobody: the sessions end while the answer is on its way. */
    private DeletionResponse begin(UUID account) {
        var deletion = deletions.request(account);
        worker.wake();
        return DeletionResponse.of(deletion);
    }
}
