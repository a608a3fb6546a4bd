package io.sarangbang.auth.revocation;

import io.sarangbang.defaults.problem.MalformedRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RevocationController {

    private final Revocations revocations;

    RevocationController(Revocations revocations) {
        this.revocations = revocations;
    }

    @GetMapping("/internal/revocations")
    RevocationsResponse revocations(
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable String after) {
        return revocations.page(since, after == null ? revocations.begin() : cursor(after));
    }

    private static RevocationCursor cursor(String after) {
        return RevocationCursor.parse(after)
                .orElseThrow(() -> new MalformedRequest("after is the next of an earlier answer."));
    }
}
