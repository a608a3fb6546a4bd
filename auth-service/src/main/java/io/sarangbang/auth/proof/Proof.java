package io.sarangbang.auth.proof;

import io.sarangbang.auth.account.Profile;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a provider vouched for somebody, for the few minutes in which they decide what it is good for.
 *
 * @param id by which it is spent
 * @param asker the session that asked for it to link an identity; no other can use it. Without one it is a newcomer's
 */
public record Proof(UUID id, Profile profile, @Nullable UUID asker, Instant provenAt) {

    public boolean isNewcomers() {
        return asker == null;
    }

    @Override
    public String toString() {
        return "Proof[" + profile.provider() + "]";
    }
}
