package io.sarangbang.defaults.service;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.context.annotation.Bean;

@AutoConfiguration(
        afterName = {
            "org.springframework.cloud.client.discovery.composite.CompositeDiscoveryClientAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
            "io.sarangbang.defaults.token.TokenAutoConfiguration"
        })
@EnableConfigurationProperties(ServiceSettings.class)
class ServiceAutoConfiguration {

    @Bean
    ServiceCredentials serviceCredentials(
            @Value("${spring.application.name}") String name, ServiceSettings settings, Clock clock) {
        return new ServiceCredentials(name, settings, clock);
    }

    @Bean
    ServiceClient serviceClient(
            DiscoveryClient discovery, ServiceCredentials credentials, ObservationRegistry observations) {
        return new ServiceClient(discovery, credentials, observations);
    }
}
