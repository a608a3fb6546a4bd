package io.sarangbang.defaults.service;

import io.sarangbang.defaults.setup.OperatorSecret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What services know each other by.
 *
 * @param secret {@code SERVICE_SECRET}, the same for all services of an installation and for nobody else
 */
@ConfigurationProperties("sarangbang.service")
public record ServiceSettings(@DefaultValue("") String secret) {

    public ServiceSettings {
        strong(secret);
    }

    OperatorSecret strong() {
        return strong(secret);
    }

    private static OperatorSecret strong(String secret) {
        return new OperatorSecret("SERVICE_SECRET", secret);
    }

    @Override
    public String toString() {
        return "ServiceSettings[…]";
    }
}
