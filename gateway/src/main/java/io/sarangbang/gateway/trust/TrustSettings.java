package io.sarangbang.gateway.trust;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this product is reached, and who may say on whose behalf it asks.
 *
 * @param publicUrl the address that people open; unset on a developer's machine, where any host that leads here is ours
 * @param trustedProxies addresses or CIDR ranges whose {@code X-Forwarded-*} headers are believed
 */
@ConfigurationProperties("sarangbang.trust")
record TrustSettings(@Nullable URI publicUrl, @DefaultValue List<Cidr> trustedProxies) {

    TrustSettings {
        if (publicUrl != null && (publicUrl.getScheme() == null || publicUrl.getAuthority() == null)) {
            throw new IllegalArgumentException("PUBLIC_URL is no absolute address: " + publicUrl);
        }
    }

    boolean servedOverTls() {
        return publicUrl != null && "https".equals(publicUrl.getScheme());
    }
}
