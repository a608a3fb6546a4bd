package io.sarangbang.gateway.revocation;

import io.sarangbang.defaults.service.ServiceClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RevocationConfiguration {

    @Bean
    RevocationSource authServiceRevocations(ServiceClient services, RevocationSettings settings) {
        return new AuthServiceRevocations(services, settings);
    }
}
