package io.sarangbang.auth.token;

import io.sarangbang.houserules.RealDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class KeyRotationOnServerIT extends KeyRotationContract {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealDatabase.register(registry);
    }
}
