package io.sarangbang.rooms.chat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** Something that somebody wrote, under the name they had then. */
@Entity
class Message {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private UUID roomId;
    private UUID accountId;

    /** As bytes: two ids that differ in case are two messages, whatever the database's collation thinks. */
    private byte[] clientId;

    private String displayName;
    private String text;
    private Instant sentAt;

    @SuppressWarnings("NullAway") // Hibernate fills in what it reads
    protected Message() {}

    Message(UUID roomId, UUID accountId, String displayName, Draft draft, Instant sentAt) {
        this.roomId = roomId;
        this.accountId = accountId;
        this.displayName = displayName;
        this.clientId = draft.clientIdBytes();
        this.text = draft.text();
        this.sentAt = sentAt;
    }

    MessageResponse shown() {
        return new MessageResponse(
                id(), new String(clientId, StandardCharsets.UTF_8), accountId, displayName, text, sentAt);
    }

    /** @param room its code */
    OwnMessage shownToItsAuthor(String room) {
        return new OwnMessage(id(), room, new String(clientId, StandardCharsets.UTF_8), displayName, text, sentAt);
    }

    UUID roomId() {
        return roomId;
    }

    UUID id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }
}
