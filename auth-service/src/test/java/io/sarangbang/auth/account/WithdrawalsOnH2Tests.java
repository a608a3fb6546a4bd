package io.sarangbang.auth.account;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties =
                "DB_URL=jdbc:h2:mem:withdrawals;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1")
class WithdrawalsOnH2Tests extends WithdrawalsContract {}
