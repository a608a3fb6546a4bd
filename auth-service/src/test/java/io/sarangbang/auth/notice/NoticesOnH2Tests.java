package io.sarangbang.auth.notice;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties =
                "DB_URL=jdbc:h2:mem:notice;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1")
class NoticesOnH2Tests extends NoticesContract {}
