package io.sarangbang.defaults.management;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.EndpointFilter;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@ConditionalOnWebApplication
class ManagementAutoConfiguration {

    private static final EndpointId HEALTH = EndpointId.of("health");

    /** What else is exposed is meant for a port that people's requests can't reach. */
    @Bean
    @ConditionalOnManagementPort(ManagementPortType.SAME)
    EndpointFilter<ExposableWebEndpoint> healthAloneBesideRequests() {
        return endpoint -> endpoint.getEndpointId().equals(HEALTH);
    }
}
