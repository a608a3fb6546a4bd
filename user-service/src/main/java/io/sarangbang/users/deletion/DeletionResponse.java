package io.sarangbang.users.deletion;

import java.time.Instant;

/** Since when an account is being deleted. */
record DeletionResponse(Instant requestedAt) {

    static DeletionResponse of(Deletion deletion) {
        return new DeletionResponse(deletion.requestedAt());
    }
}
