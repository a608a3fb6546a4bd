package io.sarangbang.gateway.trust;

import io.sarangbang.defaults.setup.Installation;
import org.springframework.context.annotation.Configuration;

/** Stops the start-up where people would come over plain http in earnest. */
@Configuration(proxyBeanMethods = false)
class OverTls {

    OverTls(TrustSettings settings, Installation installation) {
        installation.refusePlainHttpInProduction(settings.servedOverTls());
    }
}
