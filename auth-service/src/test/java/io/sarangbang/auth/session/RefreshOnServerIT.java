package io.sarangbang.auth.session;

import io.sarangbang.houserules.RealDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class RefreshOnServerIT extends RefreshContract {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealDatabase.register(registry);
    }
}
