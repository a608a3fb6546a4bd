package io.sarangbang.users.deletion;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the accounts that were deleted, or are being, from all others. */
@Component
public class Tombstones {

    private final DeletionStore deletions;

    Tombstones(DeletionStore deletions) {
        this.deletions = deletions;
    }

    /** @throws AccountDeleted from the moment the deletion was asked for */
    public void refuse(UUID account) {
        if (deletions.existsById(account)) {
            throw new AccountDeleted();
        }
    }
}
