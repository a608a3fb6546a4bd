package io.sarangbang.standin;

import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stops the start-up in production: anyone may be anyone here, so nothing real may ever trust these sign-ins. */
@Configuration
class NotInProduction {

    private static final Set<String> HARMLESS = Set.of("", "laptop", "test");

    /** @param environment empty for bin/dev; what nobody knows may be production in other words */
    NotInProduction(@Value("${ENVIRONMENT:}") String environment) {
        if (!HARMLESS.contains(environment)) {
            throw new StandInRefused(
                    "The stand-ins let everyone sign in as anyone and run where ENVIRONMENT is laptop or"
                            + " test only, not \"" + environment
                            + "\": set SIGN_IN=providers, for the real Kakao and Naver.");
        }
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
