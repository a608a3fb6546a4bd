package io.sarangbang.auth.audit;

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

/** An event as it is stored; never changed. */
@Entity
@Table(name = "audit_events")
class AuditRow {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private EventKind kind;

    private Instant happenedAt;
    private @Nullable UUID sessionId;
    private String device;
    private @Nullable String network;
    private @Nullable String provider;
    private @Nullable String name;
    private String requestId;

    @SuppressWarnings("NullAway.Init")
    protected AuditRow() {}

    @SuppressWarnings("NullAway.Init")
    AuditRow(SecurityEvent event, String requestId, Instant now) {
        this.accountId = event.accountId();
        this.kind = event.kind();
        this.happenedAt = now;
        this.sessionId = event.session();
        this.device = event.visitor().device();
        this.network = event.visitor().network();
        this.provider = event.provider();
        this.name = event.name();
        this.requestId = requestId;
    }

    AccountEvent shown() {
        var visitor = new Visitor(device, network);
        return new AccountEvent(
                id, kind, happenedAt, visitor.equals(Visitor.NONE) ? null : device, network, provider, name);
    }
}
