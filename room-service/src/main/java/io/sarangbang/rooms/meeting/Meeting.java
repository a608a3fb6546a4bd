package io.sarangbang.rooms.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

@Entity
class Meeting {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private UUID roomId;
    private Instant startedAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway") // Hibernate fills in what it reads
    protected Meeting() {}

    Meeting(UUID roomId, Instant startedAt) {
        this.roomId = roomId;
        this.startedAt = startedAt;
    }

    void end(Instant at) {
        endedAt = at;
    }

    UUID id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }
}
