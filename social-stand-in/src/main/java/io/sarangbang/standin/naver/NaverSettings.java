package io.sarangbang.standin.naver;

import io.sarangbang.standin.grants.Client;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The one application registered at the stand-in for Naver.
 *
 * @param clientId its client id
 * @param clientSecret its client secret
 * @param redirectUris its callback addresses
 */
@ConfigurationProperties("stand-in.naver")
record NaverSettings(
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable List<String> redirectUris) {

    NaverSettings {
        Client.registered("NAVER", clientId, clientSecret, redirectUris);
    }

    Client client() {
        return Client.registered("NAVER", clientId, clientSecret, redirectUris);
    }

    @Override
    public String toString() {
        return "NaverSettings[" + clientId + "]";
    }
}
