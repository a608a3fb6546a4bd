package io.sarangbang.auth.site;

import io.sarangbang.defaults.setup.Installation;
import org.springframework.context.annotation.Configuration;

/** Stops the start-up where people would sign in over plain http in earnest. */
@Configuration(proxyBeanMethods = false)
class OverTls {

    OverTls(PublicSite site, Installation installation) {
        installation.refusePlainHttpInProduction(site.https());
    }
}
