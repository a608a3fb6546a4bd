package io.sarangbang.rooms.chat;

import io.sarangbang.rooms.text.PlainText;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A message that keeps to the bounds. */
record Draft(String text, String clientId) {

    private static final int TEXT_LENGTH = 2000;
    private static final int ID_LENGTH = 64;

    static Draft of(SendRequest request) {
        return new Draft(
                PlainText.lines("/text", request.text(), TEXT_LENGTH),
                PlainText.line("/clientId", request.clientId(), ID_LENGTH));
    }

    byte[] clientIdBytes() {
        return clientId.getBytes(StandardCharsets.UTF_8);
    }

    /** What a browser sends. */
    record SendRequest(@Nullable String text, @Nullable String clientId) {}
}
