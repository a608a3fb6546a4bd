package io.sarangbang.rooms.check;

import java.time.Instant;

/** What a browser needs to try its connection. */
record CheckResponse(String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "CheckResponse[" + expiresAt + "]";
    }
}
