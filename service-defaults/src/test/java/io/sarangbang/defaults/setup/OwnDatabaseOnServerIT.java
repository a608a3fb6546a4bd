package io.sarangbang.defaults.setup;

import io.sarangbang.houserules.RealDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;

class OwnDatabaseOnServerIT extends OwnDatabaseContract {

    @Override
    void register(DynamicPropertyRegistry registry) {
        RealDatabase.register(registry);
    }
}
