package io.sarangbang.gateway.stage;

import io.sarangbang.defaults.token.KeySource;
import io.sarangbang.gateway.revocation.RevocationSource;
import io.sarangbang.gateway.revocation.RevocationSource.Ended;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** For a gateway that has heard from auth-service before it went: it knows the keys, and that no session has ended. */
@TestConfiguration
public class WithoutAuthService {

    @Bean
    KeySource keySource() {
        return Tokens::published;
    }

    @Bean
    @Primary
    RevocationSource revocationSource() {
        return (_, _) -> new Ended("now", List.of(), null);
    }
}
