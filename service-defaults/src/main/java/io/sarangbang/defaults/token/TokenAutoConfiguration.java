package io.sarangbang.defaults.token;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.context.annotation.Bean;

@AutoConfiguration(
        afterName = "org.springframework.cloud.client.discovery.composite.CompositeDiscoveryClientAutoConfiguration")
@EnableConfigurationProperties(TokenSettings.class)
class TokenAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    KeySource keySource(DiscoveryClient discovery, TokenSettings settings) {
        return new AuthServiceKeys(discovery, settings.keysFrom());
    }

    @Bean
    @ConditionalOnMissingBean
    AccessTokens accessTokens(KeySource source, TokenSettings settings, Clock clock) {
        return new AccessTokens(source, settings, clock);
    }
}
