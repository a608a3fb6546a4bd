package io.sarangbang.defaults.registration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaRegistration;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaServiceRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

@AutoConfiguration(afterName = "org.springframework.cloud.netflix.eureka.EurekaClientAutoConfiguration")
@ConditionalOnBean(EurekaRegistration.class)
@ConditionalOnProperty(name = "eureka.client.register-with-eureka", matchIfMissing = true)
@EnableConfigurationProperties(RegistrationSettings.class)
class RegistrationAutoConfiguration {

    @Bean
    Arrival arrival(EurekaRegistration registration) {
        return new Arrival(registration);
    }

    @Bean
    Departure departure(
            ApplicationContext context,
            EurekaServiceRegistry registry,
            EurekaRegistration registration,
            RegistrationSettings settings) {
        return new Departure(context, registry, registration, settings);
    }
}
