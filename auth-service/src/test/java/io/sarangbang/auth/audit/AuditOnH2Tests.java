package io.sarangbang.auth.audit;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties =
                "DB_URL=jdbc:h2:mem:audit;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1")
class AuditOnH2Tests extends AuditContract {}
