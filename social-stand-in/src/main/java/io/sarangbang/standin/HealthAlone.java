package io.sarangbang.standin;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.EndpointFilter;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.stereotype.Component;

/** Without a management port of their own, the metrics are not served; health is. */
@Component
@ConditionalOnManagementPort(ManagementPortType.SAME)
class HealthAlone implements EndpointFilter<ExposableWebEndpoint> {

    @Override
    public boolean match(ExposableWebEndpoint endpoint) {
        return endpoint.getEndpointId().equals(EndpointId.of("health"));
    }
}
