package io.sarangbang.auth.farewell;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties =
                "DB_URL=jdbc:h2:mem:farewells;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1")
class FarewellsOnH2Tests extends FarewellsContract {}
