package io.sarangbang.auth.session;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties =
                "DB_URL=jdbc:h2:mem:refresh;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1")
class RefreshReplicaOnH2Tests extends RefreshReplicaContract {}
