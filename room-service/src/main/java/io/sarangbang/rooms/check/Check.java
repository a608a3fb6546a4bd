package io.sarangbang.rooms.check;

import io.sarangbang.rooms.media.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A connection test that is under way. When it has to end is part of its session's name, so that every replica knows it, also
 * after a crash of the one that made it.
 */
record Check(SessionId session, Instant endsAt) {

    private static final Pattern NAME = Pattern.compile("check-(\\d{1,12})-[0-9a-f]{32}");

    static Check until(Instant endsAt) {
        var random = UUID.randomUUID().toString().replace("-", "");
        var whole = Instant.ofEpochSecond(endsAt.getEpochSecond());
        return new Check(new SessionId("check-" + whole.getEpochSecond() + "-" + random), whole);
    }

    /** Empty for the sessions of rooms and of other applications. */
    static Optional<Check> of(SessionId session) {
        var parts = NAME.matcher(session.value());
        return parts.matches()
                ? Optional.of(new Check(session, Instant.ofEpochSecond(Long.parseLong(parts.group(1)))))
                : Optional.empty();
    }
}
