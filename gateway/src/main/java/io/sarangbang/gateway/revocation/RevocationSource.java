package io.sarangbang.gateway.revocation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where ends of sessions are told. */
@FunctionalInterface
public interface RevocationSource {

    /**
     * What has ended since an earlier answer, or all that a token still holds for. Blocks.
     *
     * @param asOf of that answer
     * @param next of the answer before, to have the rest of the same round
     * @throws Silent when there is no answer, or none that can be read
     */
    Ended since(@Nullable String asOf, @Nullable String next);

    /**
     * Sessions and API keys that have ended.
     *
     * @param asOf what the next round begins with
     * @param revoked their ids, the tokens' {@code sid}
     * @param next what the rest of this round is had with, where there is more
     */
    record Ended(String asOf, List<UUID> revoked, @Nullable String next) {

        public Ended {
            Objects.requireNonNull(asOf);
            revoked = List.copyOf(revoked);
        }
    }

    /** No answer came, or none that can be read. */
    final class Silent extends RuntimeException {

        public Silent(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
