package io.sarangbang.defaults.registration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service leaves.
 *
 * @param drain the time between leaving the registry and refusing connections: longer than the others' fetch interval and
 *     load-balancer cache together, or they still send requests here
 */
@ConfigurationProperties("sarangbang.registration")
record RegistrationSettings(@DefaultValue("3s") Duration drain) {}
