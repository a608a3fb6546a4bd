package io.sarangbang.users.deletion;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something of a deletion that is still to be done: one holder's part in one sweep. */
@Entity
@Table(name = "deletion_steps")
class Step {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Holder holder;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Sweep sweep;

    private Instant dueAt;

    /** Counts how often the step was taken up, and so tells whoever has it now from those who had it before. */
    private int attempts;

    @SuppressWarnings("NullAway.Init")
    protected Step() {}

    Step(UUID accountId, Holder holder, Sweep sweep, Instant dueAt) {
        this.accountId = accountId;
        this.holder = holder;
        this.sweep = sweep;
        this.dueAt = dueAt;
    }

    UUID id() {
        return java.util.Objects.requireNonNull(id);
    }

    UUID accountId() {
        return accountId;
    }

    Holder holder() {
        return holder;
    }

    Sweep sweep() {
        return sweep;
    }

    int attempts() {
        return attempts;
    }

    /** From here on auth-service makes no token of this account, so that it is known when the last one ends. */
    boolean endsTokens() {
        return holder == Holder.AUTH && sweep == Sweep.FIRST;
    }
}
