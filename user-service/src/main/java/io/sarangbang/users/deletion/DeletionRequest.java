package io.sarangbang.users.deletion;

import io.sarangbang.defaults.problem.ValidationFailed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose account another service wants deleted. */
record DeletionRequest(@Nullable UUID accountId) {

    UUID account() {
        if (accountId == null) {
            throw new ValidationFailed("/accountId", "the id of an account");
        }
        return accountId;
    }
}
