package io.sarangbang.media.sdp;

import java.util.Locale;
import java.util.Optional;

/** Which way media flows, as the side that says so sees it. */
public enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    public boolean sends() {
        return this == SENDRECV || this == SENDONLY;
    }

    public boolean receives() {
        return this == SENDRECV || this == RECVONLY;
    }

    public static Direction of(boolean sends, boolean receives) {
        if (sends) {
            return receives ? SENDRECV : SENDONLY;
        }
        return receives ? RECVONLY : INACTIVE;
    }

    String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Direction> ofToken(String token) {
        for (var direction : values()) {
            if (direction.token().equals(token)) {
                return Optional.of(direction);
            }
        }
        return Optional.empty();
    }
}
