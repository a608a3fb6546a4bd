package io.sarangbang.auth.audit;

import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The stored events. */
interface AuditRows extends Repository<AuditRow, UUID> {

    AuditRow save(AuditRow row);
}
