package io.sarangbang.users;

import io.sarangbang.defaults.security.RequiredScopes;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

@SpringBootApplication
@ConfigurationPropertiesScan
class UsersApplication {

    static void main(String[] args) {
        SpringApplication.run(UsersApplication.class, args);
    }

    /** Export and deletion are not listed: no key, however wide, takes everything along or ends the account. */
    @Bean
    RequiredScopes requiredScopes() {
        return new RequiredScopes()
                .on(HttpMethod.GET, "/api/users", "profile:read")
                .on(HttpMethod.GET, "/api/users/me", "profile:read")
                .on(HttpMethod.PATCH, "/api/users/me", "profile:write");
    }

    /** Ticks in microseconds, which is what the database keeps: an answer now and a read later tell the same time. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
