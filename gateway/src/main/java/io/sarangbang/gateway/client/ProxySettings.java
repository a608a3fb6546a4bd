package io.sarangbang.gateway.client;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may say on whose behalf it asks.
 *
 * @param trustedProxies addresses or CIDR ranges whose {@code X-Forwarded-*} headers are believed
 */
@ConfigurationProperties("sarangbang.trust")
record ProxySettings(@DefaultValue List<Cidr> trustedProxies) {}
