package io.sarangbang.auth.account;

import io.sarangbang.houserules.RealDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class AccountsOnServerIT extends AccountsContract {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealDatabase.register(registry);
    }
}
