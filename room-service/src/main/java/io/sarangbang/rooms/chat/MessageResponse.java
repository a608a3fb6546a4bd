package io.sarangbang.rooms.chat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

record MessageResponse(UUID id, String clientId, UUID accountId, String displayName, String text, Instant sentAt) {

    record Page(List<MessageResponse> messages, boolean more) {}
}
