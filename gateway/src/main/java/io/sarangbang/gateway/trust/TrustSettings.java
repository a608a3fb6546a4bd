package io.sarangbang.gateway.trust;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where this product is reached.
 *
 * @param publicUrl the address that people open; unset on a developer's machine, where any host that leads here is ours
 */
@ConfigurationProperties("sarangbang.trust")
record TrustSettings(@Nullable URI publicUrl) {

    TrustSettings {
        if (publicUrl != null && (publicUrl.getScheme() == null || publicUrl.getAuthority() == null)) {
            throw new IllegalArgumentException("PUBLIC_URL is no absolute address: " + publicUrl);
        }
    }

    boolean servedOverTls() {
        return publicUrl != null && "https".equals(publicUrl.getScheme());
    }
}
