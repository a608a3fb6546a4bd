package io.sarangbang.auth.revocation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the next page of a round goes on.
 *
 * @param asOf when the round began: what ends while it is read belongs to the next one
 * @param last the last id that was told
 */
record RevocationCursor(Instant asOf, UUID last) {

    private static final UUID LOWEST = new UUID(0, 0);

    static RevocationCursor begin(Instant now) {
        return new RevocationCursor(now, LOWEST);
    }

    static Optional<RevocationCursor> parse(String text) {
        try {
            var parts = text.split("_", 2);
            return parts.length == 2
                    ? Optional.of(new RevocationCursor(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    RevocationCursor at(UUID last) {
        return new RevocationCursor(asOf, last);
    }

    @Override
    public String toString() {
        return asOf + "_" + last;
    }
}
