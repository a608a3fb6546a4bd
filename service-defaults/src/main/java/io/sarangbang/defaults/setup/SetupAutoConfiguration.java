package io.sarangbang.defaults.setup;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@AutoConfiguration
@EnableConfigurationProperties(Installation.class)
class SetupAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({FlywayMigrationStrategy.class, JdbcClient.class})
    static class WithDatabase {

        /** Whatever reads the database waits for its migration, and so for these checks. */
        @Bean
        FlywayMigrationStrategy migrationOfOwnDatabase(
                @Value("${spring.application.name}") String service, Installation installation, Environment settings) {
            return flyway -> {
                if (!installation.isDevelopersOwn()) {
                    DatabasePassword.of(settings).refuseIfWeak();
                }
                new OwnDatabase(service, installation, flyway).migrate();
            };
        }
    }
}
