package io.sarangbang.defaults.setup;

import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;

class OwnDatabaseOnH2Tests extends OwnDatabaseContract {

    @Override
    void register(DynamicPropertyRegistry registry) {
        var url = "jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", () -> "sa");
        registry.add("spring.datasource.password", () -> "");
    }
}
