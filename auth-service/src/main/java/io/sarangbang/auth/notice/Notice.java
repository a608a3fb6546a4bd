package io.sarangbang.auth.notice;

import io.sarangbang.auth.visitor.Visitor;
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

/** A notice that was not read yet. */
@Entity
@Table(name = "notices")
class Notice {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private NoticeKind kind;

    private Instant happenedAt;
    private @Nullable String device;
    private @Nullable String provider;

    @SuppressWarnings("NullAway.Init")
    protected Notice() {}

    @SuppressWarnings("NullAway.Init")
    Notice(UUID accountId, NoticeKind kind, Visitor visitor, @Nullable String provider, Instant now) {
        this.accountId = accountId;
        this.kind = kind;
        this.happenedAt = now;
        this.device = visitor.equals(Visitor.NONE) ? null : visitor.device();
        this.provider = provider;
    }

    NoticeResponse told() {
        return new NoticeResponse(id, kind, happenedAt, device, provider);
    }
}
