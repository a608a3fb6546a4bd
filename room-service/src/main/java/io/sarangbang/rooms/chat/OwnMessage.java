package io.sarangbang.rooms.chat;

import java.time.Instant;
import java.util.UUID;

/** A message in an export. */
record OwnMessage(UUID id, String room, String clientId, String displayName, String text, Instant sentAt) {}
