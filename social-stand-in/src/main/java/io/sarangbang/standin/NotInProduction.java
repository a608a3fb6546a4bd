package io.sarangbang.standin;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Stops the start-up in production: anyone may be anyone here, so nothing real may ever trust these sign-ins. */
@Configuration
class NotInProduction {

    NotInProduction(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production", "prod"))) {
            throw new IllegalStateException(
                    "The stand-ins let everyone sign in as anyone and do not run with the profile 'production'."
                            + " Configure the real Kakao and Naver instead.");
        }
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
