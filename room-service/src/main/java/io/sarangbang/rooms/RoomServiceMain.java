package io.sarangbang.rooms;

import io.sarangbang.defaults.security.RequiredScopes;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
class RoomServiceMain {

    static void main(String[] args) {
        SpringApplication.run(RoomServiceMain.class, args);
    }

    /** Ticks in microseconds, which is what the database keeps: an answer now and a read later tell the same time. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    /** What API keys are good for here. */
    @Bean
    RequiredScopes requiredScopes() {
        return new RequiredScopes()
                .on(HttpMethod.POST, "/api/rooms/*/seats", "calls:join")
                .on(HttpMethod.DELETE, "/api/rooms/*/seats/*", "calls:join")
                .on(HttpMethod.POST, "/api/rooms/*/messages", "calls:join")
                .on(HttpMethod.GET, "/api/rooms/**", "rooms:read")
                .on(HttpMethod.POST, "/api/rooms", "rooms:write")
                .on(HttpMethod.PATCH, "/api/rooms/*", "rooms:write")
                .on(HttpMethod.DELETE, "/api/rooms/*", "rooms:write");
    }
}
