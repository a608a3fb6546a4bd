package io.sarangbang.rooms.seat;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One person's place in a room, on one device, with the one connection to the media server that was made for it. */
@Entity
class Seat {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private UUID roomId;
    private @Nullable UUID meetingId;
    private UUID accountId;
    private String displayName;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private SeatState state;

    private @Nullable String connectionId;

    /** By the media server's clock, to be compared with nothing but its own news. */
    private @Nullable Instant connectedAt;

    private Instant reservedAt;
    private Instant expiresAt;
    private @Nullable Instant joinedAt;
    private @Nullable Instant leftAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable Departure leftBecause;

    @SuppressWarnings("NullAway") // Hibernate fills in what it reads
    protected Seat() {}

    Seat(UUID roomId, UUID accountId, String displayName, Instant now, Duration hold) {
        this.roomId = roomId;
        this.accountId = accountId;
        this.displayName = displayName;
        this.state = SeatState.RESERVED;
        this.reservedAt = now;
        this.expiresAt = now.plus(hold);
    }

    /** Takes on the connection that was made for this seat; refuses when the seat has ended or has another. */
    boolean connect(String connection, Instant madeAt) {
        if (!state.isLive() || (connectionId != null && !connectionId.equals(connection))) {
            return false;
        }
        connectionId = connection;
        connectedAt = madeAt;
        return true;
    }

    boolean canArrive() {
        return state.canBecome(SeatState.PRESENT);
    }

    void arrive(UUID meeting, Instant now) {
        if (canArrive()) {
            state = SeatState.PRESENT;
            meetingId = meeting;
            joinedAt = now;
        }
    }

    /** False when it had ended before. */
    boolean leave(Departure why, Instant now) {
        if (!state.canBecome(SeatState.LEFT)) {
            return false;
        }
        state = SeatState.LEFT;
        leftAt = now;
        leftBecause = why;
        return true;
    }

    boolean isUnused() {
        return state == SeatState.RESERVED;
    }

    boolean hasExpired(Instant now) {
        return isUnused() && !now.isBefore(expiresAt);
    }

    boolean belongsTo(UUID account) {
        return accountId.equals(account);
    }

    boolean isConnectedBy(String connection) {
        return connection.equals(connectionId);
    }

    boolean wasConnectedBy(Instant mediaServerTime) {
        return connectedAt != null && !connectedAt.isAfter(mediaServerTime);
    }

    boolean isArmed() {
        return connectionId != null;
    }

    SeatSnapshot snapshot() {
        return new SeatSnapshot(id(), roomId, accountId, displayName, state, connectionId, joinedAt, expiresAt);
    }

    /** @param room its code */
    OwnSeat shownToItsOwner(String room) {
        return new OwnSeat(id(), room, displayName, reservedAt, joinedAt, leftAt);
    }

    UUID id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }
}
